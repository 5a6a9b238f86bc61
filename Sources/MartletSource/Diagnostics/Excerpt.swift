/// The place of a diagnostic in its document, as people see it on a terminal: the line, and a caret below the place.
package struct Excerpt: CustomStringConvertible {
    /// Two lines.
    package let description: String

    /// The number of Unicode scalars that are shown of a long line.
    private static let width = 100

    /// - Returns: `nil` if the document has no such line.
    package init?(_ position: Position, in bytes: [UInt8]) {
        guard let line = Self.line(Int(position.line), of: bytes) else { return nil }
        let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        let column = min(Int(position.column) - 1, scalars.count)
        let start = scalars.count > Self.width ? max(0, column - Self.width / 2) : 0
        let end = min(start + Self.width, scalars.count)
        let before = (start > 0 ? "…" : "") + VisibleText.visible(Self.text(scalars[start..<column]))
        let after = VisibleText.visible(Self.text(scalars[column..<end])) + (end < scalars.count ? "…" : "")
        let number = String(position.line)
        let margin = String(repeating: " ", count: number.utf8.count)
        let indentation = String(repeating: " ", count: before.unicodeScalars.count)
        description = "  \(number) | \(before)\(after)\n  \(margin) | \(indentation)^"
    }

    /// The bytes of a line, counted from 1, without its end.
    private static func line(_ number: Int, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
        var start = 0
        for _ in 1..<max(1, number) {
            guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
            let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
            start = end + (isPair ? 2 : 1)
        }
        let rest = bytes[start...]
        return rest.prefix { $0 != 0x0A && $0 != 0x0D }
    }

    /// Text whose tabs are single spaces, and without a byte order mark.
    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        for scalar in scalars where scalar != "\u{FEFF}" { text.unicodeScalars.append(scalar == "\t" ? " " : scalar) }
        return text
    }
}
