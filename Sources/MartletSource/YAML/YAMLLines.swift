/// The lines of a YAML document that libyaml can't read, counted from 1.
struct YAMLLines {
    private let lines: [ArraySlice<UInt8>]

    init(_ bytes: [UInt8]) {
        lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// The bytes of a line; none if the document doesn't have it.
    subscript(_ line: UInt32) -> ArraySlice<UInt8> {
        lines.indices.contains(Int(line) - 1) ? lines[Int(line) - 1] : []
    }

    /// Whether Git has written a line.
    func isConflictMarker(_ line: UInt32) -> Bool { ConflictMarker.begins(self[line]) }

    /// The position of the first no-break space in a line that only ordinary spaces precede; `nil` if there is none.
    func noBreakSpace(_ line: UInt32) -> Position? {
        let spaces = self[line].prefix { $0 == UInt8(ascii: " ") }
        guard self[line].dropFirst(spaces.count).starts(with: "\u{A0}".utf8) else { return nil }
        return Position(line: line, column: UInt32(spaces.count) + 1)
    }

    /// The position of the no-break space that follows the colon of a line's key; `nil` if there is none.
    func noBreakSpaceAfterColon(_ line: UInt32) -> Position? {
        let start = self[line].prefix { " -".utf8.contains($0) }
        let key = SpecText(decoding: self[line].dropFirst(start.count)).keyBeforeNoBreakSpace
        guard let key else { return nil }
        return Position(line: line, column: UInt32(start.count + key.characters.unicodeScalars.count) + 2)
    }
}
