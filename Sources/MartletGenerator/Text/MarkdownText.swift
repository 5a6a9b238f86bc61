import MartletSource

/// Encodes text of a document for Markdown pages.
///
/// Descriptions are CommonMark already (OpenAPI 3.0.3, section 4.3), so their formatting stays; HTML does not, and a code
/// block that is not closed is.
enum MarkdownText {
    /// Paragraphs, as the document has them.
    static func lines(_ text: SpecText?) -> [String] {
        guard let text else { return [] }
        var isCode = false
        let lines = LineText.lines(text).map { line -> String in
            let isFence = line.isFence
            defer { if isFence { isCode.toggle() } }
            if isCode || isFence { return line }
            // A heading of the document's must not look like one of the page's.
            return line.utf8.first == UInt8(ascii: "#") ? "\\" + withoutHTML(line) : withoutHTML(line)
        }
        return isCode ? lines + ["```"] : lines
    }

    /// One line without anything that would end a cell of a table or a link's text.
    static func inline(_ text: SpecText?) -> String {
        guard let text else { return "" }
        let line = LineText.lines(text).filter { !$0.isEmpty }.joined(separator: " ")
        return withoutHTML(line).replacing(bytes: "|", with: "\\|")
    }

    /// The text as code.
    static func code(_ text: SpecText) -> String {
        "`\(LineText.lines(text).joined(separator: " ").replacing(bytes: "`", with: "'"))`"
    }

    /// The text as code in a cell of a table.
    static func cellCode(_ text: SpecText) -> String { code(text).replacing(bytes: "|", with: "\\|") }

    private static func withoutHTML(_ line: String) -> String { line.replacing(bytes: "<", with: "&lt;") }
}
