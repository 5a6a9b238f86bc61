import MartletSource

/// Encodes text of a document for Markdown pages.
///
/// Descriptions are CommonMark already (OpenAPI 3.0.3, 4.5, Rich Text Formatting), so their formatting is kept. HTML is
/// escaped, images become links, so that reading a page loads nothing from other servers, links lead only to web pages,
/// and a fenced code block that is left open is closed.
enum MarkdownText {
    /// The lines of the text, with its paragraphs.
    static func lines(_ text: SpecText?) -> [String] {
        guard let text else { return [] }
        var headings = MarkdownHeading()
        return CodeFence.closed(LineText.lines(text)) { line, isCode in
            if isCode {
                headings.skip()
                return line
            }
            return withoutMarkup(headings.escaped(line))
        }
    }

    /// The text on one line, without characters that would end a table cell or a link's text.
    static func inline(_ text: SpecText?) -> String {
        guard let text else { return "" }
        let line = withoutMarkup(LineText.lines(text).filter { !$0.isEmpty }.joined(separator: " "))
        // After a backslash, renderers disagree on whether an escaped bar ends the cell.
        let plain = line.contains(bytes: "\\|") ? line.replacing(bytes: "\\", with: "&#92;") : line
        return plain.replacing(bytes: "|", with: "\\|")
    }

    /// The text as inline code.
    static func code(_ text: SpecText) -> String {
        "`\(LineText.lines(text).joined(separator: " ").replacing(bytes: "`", with: "'"))`"
    }

    /// The text as inline code in a table cell.
    static func cellCode(_ text: SpecText) -> String {
        let code = code(text)
        return code.contains(bytes: "\\|")
            ? escaped(String(code.unicodeScalars.dropFirst().dropLast())) : code.replacing(bytes: "|", with: "\\|")
    }

    /// The text with all punctuation as entities: code can't have a bar after a backslash in a cell.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            let isPunctuation =
                scalar.isASCII && scalar.properties.generalCategory != .spaceSeparator
                && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
            escaped += isPunctuation ? "&#\(scalar.value);" : String(scalar)
        }
    }

    private static func withoutMarkup(_ line: String) -> String {
        MarkdownLink.withoutForeignSchemes(
            line.replacing(bytes: "<", with: "&lt;").replacing(bytes: "![", with: "\\!["))
    }
}
