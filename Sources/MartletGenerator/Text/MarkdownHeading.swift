/// Escapes headings in descriptions (CommonMark 0.31.2, sections 4.2 and 4.3), so that they don't look like the page's.
struct MarkdownHeading {
    /// Whether a line before may have begun a list or a quotation, within which indented lines are no code.
    private var hasContainer = false
    /// Whether the line before is text, which an underline makes a heading.
    private var isAfterText = false

    /// The next line of a description, which is not in a fenced code block.
    mutating func escaped(_ line: String) -> String {
        let start = line.utf8.prefix { " >".utf8.contains($0) }.count
        let begins = Self.afterMarkers(line, start)
        hasContainer = hasContainer || begins > line.indentation
        defer { isAfterText = !line.isEmpty }
        guard hasContainer || line.indentation < 4 else { return line }
        if line.utf8.dropFirst(begins).first == UInt8(ascii: "#") { return Self.escaping(line, at: begins) }
        let rest = line.utf8.dropFirst(start)
        let isUnderline =
            !rest.isEmpty
            && (rest.allSatisfy { $0 == UInt8(ascii: "=") } || rest.allSatisfy { $0 == UInt8(ascii: "-") })
        return isAfterText && isUnderline ? Self.escaping(line, at: start) : line
    }

    /// Nothing follows from a line of a code block.
    mutating func skip() { isAfterText = false }

    private static func escaping(_ line: String, at offset: Int) -> String {
        var line = line
        line.insert("\\", at: line.utf8.index(line.startIndex, offsetBy: offset))
        return line
    }

    /// Where the text of a line begins, after the markers of quotations and list items.
    private static func afterMarkers(_ line: String, _ start: Int) -> Int {
        let bytes = Array(line.utf8)
        var index = start
        while index < bytes.count {
            var end = index
            if "-+*".utf8.contains(bytes[end]) {
                end += 1
            } else {
                while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
                guard end > index, end < bytes.count, ".)".utf8.contains(bytes[end]) else { break }
                end += 1
            }
            guard end < bytes.count, bytes[end] == UInt8(ascii: " ") else { break }
            while end < bytes.count, " >".utf8.contains(bytes[end]) { end += 1 }
            index = end
        }
        return index
    }
}
