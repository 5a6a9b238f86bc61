import MartletSource

/// Encodes text of a document for Markdown pages.
///
/// Descriptions are CommonMark already (OpenAPI 3.0.3, 4.5, Rich Text Formatting), so their formatting is kept. HTML is
/// escaped, images become links, so that who reads a page asks no other server for them, and a fenced code block that is
/// left open is closed.
enum MarkdownText {
    /// The lines of the text, with its paragraphs.
    static func lines(_ text: SpecText?) -> [String] {
        guard let text else { return [] }
        return CodeFence.closed(LineText.lines(text)) { line, isCode in
            if isCode { return line }
            // The document's headings are escaped, so that they don't look like the page's.
            return line.utf8.first == UInt8(ascii: "#") ? "\\" + withoutMarkup(line) : withoutMarkup(line)
        }
    }

    /// The text on one line, without characters that would end a table cell or a link's text.
    static func inline(_ text: SpecText?) -> String {
        guard let text else { return "" }
        let line = LineText.lines(text).filter { !$0.isEmpty }.joined(separator: " ")
        return withoutMarkup(line).replacing(bytes: "|", with: "\\|")
    }

    /// The text as inline code.
    static func code(_ text: SpecText) -> String {
        "`\(LineText.lines(text).joined(separator: " ").replacing(bytes: "`", with: "'"))`"
    }

    /// The text as inline code in a table cell.
    static func cellCode(_ text: SpecText) -> String { code(text).replacing(bytes: "|", with: "\\|") }

    private static func withoutMarkup(_ line: String) -> String {
        line.replacing(bytes: "<", with: "&lt;").replacing(bytes: "![", with: "\\![")
    }
}
