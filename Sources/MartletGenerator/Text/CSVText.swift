import MartletSource

/// Encodes text as a field of comma-separated values (RFC 4180).
enum CSVText {
    /// The text in quotes, on one line.
    ///
    /// A field that spreadsheets would interpret as a formula gets a leading apostrophe.
    static func field(_ text: String) -> String {
        let line = LineText.lines(SpecText(text)).joined(separator: " ")
        let isFormula = line.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
        return "\"\(isFormula ? "'" : "")\(line.replacing(bytes: "\"", with: "\"\""))\""
    }
}
