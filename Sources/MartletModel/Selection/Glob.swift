package import MartletSource

/// A pattern in which `*` stands for any text, also an empty one, and `?` for any character.
package struct Glob: Hashable, Sendable {
    package let pattern: SpecText

    package init(_ pattern: SpecText) { self.pattern = pattern }

    /// Whether the pattern fits the whole of a text.
    package func matches(_ text: SpecText) -> Bool {
        let pattern = Array(pattern.raw(for: .grammar).unicodeScalars)
        let text = Array(text.raw(for: .grammar).unicodeScalars)
        var (index, place) = (0, 0)
        // Where to go on with one more character for the last `*`.
        var retry: (index: Int, place: Int)?
        while place < text.count {
            if index < pattern.count, pattern[index] == "*" {
                index += 1
                retry = (index, place)
            } else if index < pattern.count, pattern[index] == "?" || pattern[index] == text[place] {
                index += 1
                place += 1
            } else if let last = retry {
                index = last.index
                place = last.place + 1
                retry = (index, place)
            } else {
                return false
            }
        }
        return pattern[index...].allSatisfy { $0 == "*" }
    }
}
