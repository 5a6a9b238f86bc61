/// What changed from one text to another, line by line.
///
/// The shortest edit is found with Myers' algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986). Its time and
/// memory grow with the number of changes, so after `maximumChanges` of them everything between the first and the last
/// change counts as replaced.
package struct LineDiff: Sendable {
    /// A line of one of the texts, or of both.
    package enum Line: Hashable, Sendable {
        case kept(ArraySlice<UInt8>)
        case removed(ArraySlice<UInt8>)
        case added(ArraySlice<UInt8>)
    }

    /// The number of changed lines up to which the shortest edit is looked for.
    static let maximumChanges = 1000

    /// All lines, in order, each with its line break.
    package let lines: [Line]

    /// Whether the texts are equal.
    package var isEmpty: Bool {
        lines.allSatisfy { if case .kept = $0 { true } else { false } }
    }

    /// Compares two texts in UTF-8.
    package init(from old: [UInt8], to new: [UInt8]) {
        let old = Self.lines(of: old)
        let new = Self.lines(of: new)
        // Numbers in place of lines, which are compared often.
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        let edit = LineEdit(from: old.map(number), to: new.map(number), maximumChanges: Self.maximumChanges)

        var lines: [Line] = []
        var (x, y) = (0, 0)
        for pair in edit.kept {
            lines += old[x..<pair.old].map { .removed($0) }
            lines += new[y..<pair.new].map { .added($0) }
            lines.append(.kept(old[pair.old]))
            (x, y) = (pair.old + 1, pair.new + 1)
        }
        lines += old[x...].map { .removed($0) }
        lines += new[y...].map { .added($0) }
        self.lines = lines
    }

    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = text[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
            lines.append(rest[..<end])
            rest = rest[end...]
        }
        return lines
    }
}
