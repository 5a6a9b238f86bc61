/// Finds the known name that an unknown one is probably a misspelling of.
package enum NearMiss {
    /// The greatest edit distance between a name and a suggestion.
    static let maximumDistance = 2

    /// The text to append to a message: `; did you mean …?` with the nearest name, or nothing if no name is near.
    package static func suggestion(for name: String, among names: some Sequence<String>) -> String {
        nearest(to: name, among: names).map { "; did you mean `\($0)`?" } ?? ""
    }

    /// The hint of a message: the nearest name, or nothing if no name is near.
    package static func hint(for name: String, among names: some Sequence<String>) -> Diagnostic.Text? {
        nearest(to: name, among: names).map { "did you mean `\($0)`?" }
    }

    /// The name that another one is almost certainly a misspelling of: a character in four differs at most.
    package static func misspelled(_ name: String, among names: some Sequence<String>) -> String? {
        nearest(to: name, among: names, within: max(1, name.utf8.count / 4))
    }

    /// The hint that names another text of a document.
    package static func hint(naming text: SpecText) -> Diagnostic.Text {
        "did you mean `\(unquoted: text)`?"
    }

    /// The hint of a message about text of a document.
    package static func hint(for name: SpecText, among names: some Sequence<String>) -> Diagnostic.Text? {
        hint(for: name.raw(for: .diagnostic), among: names)
    }

    /// The hint of a message about text of a document.
    package static func hint(for name: SpecText, among names: some Sequence<SpecText>) -> Diagnostic.Text? {
        hint(for: name, among: names.map { $0.raw(for: .diagnostic) })
    }

    /// The text that another one is almost certainly a misspelling of.
    package static func misspelled(_ name: SpecText, among names: some Sequence<SpecText>) -> SpecText? {
        let names = names.map { $0.raw(for: .diagnostic) }
        return misspelled(name.raw(for: .diagnostic), among: names).map { SpecText($0) }
    }

    /// The nearest name in any case; of several equally near ones, the first. A name that differs in more than a third
    /// of its characters is not near: `jwt` is not close to `int`.
    package static func nearest(
        to name: String,
        among names: some Sequence<String>,
        within maximum: Int = maximumDistance
    ) -> String? {
        let limit = min(maximum, maximumDistance, name.utf8.count - 1)
        let lowercase = Array(name.lowercased().utf8)
        return names.lazy
            .map { (distance: distance(lowercase, Array($0.lowercased().utf8)), name: $0) }
            .filter { $0.distance <= min(limit, max(1, max(lowercase.count, $0.name.utf8.count) / 3)) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
            .name
    }

    /// The Levenshtein distance, in bytes; two neighbours that are exchanged count as one difference. A distance beyond the
    /// maximum may be any number beyond it.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        // The difference in length is a lower bound, and avoids the quadratic part.
        if abs(left.count - right.count) > maximumDistance { return .max }

        var before = [Int](repeating: 0, count: right.count + 1)
        var row = Array(0...right.count)
        var next = before
        for (i, byte) in left.enumerated() {
            next[0] = i + 1
            for (j, other) in right.enumerated() {
                var least = min(row[j] + (byte == other ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, byte == right[j - 1], other == left[i - 1] { least = min(least, before[j - 1] + 1) }
                next[j + 1] = least
            }
            // Later rows have no smaller numbers, but for neighbours that are exchanged.
            if min(next.min() ?? 0, row.min() ?? 0) > maximumDistance { return .max }
            (before, row, next) = (row, next, before)
        }
        return row[right.count]
    }
}
