import MartletSource

/// Encodes text of a document as comment lines of Swift.
///
/// Every line of the text gets a `///` of its own, so nothing of it can leave the comment; a block comment could be closed.
enum DocumentationComment {
    /// The most columns that a line of code has.
    static let width = 120

    /// Comment lines for paragraphs of text, with an empty one between them.
    ///
    /// - Parameter indentation: the columns before the comment; templates put them there.
    static func lines(_ paragraphs: [SpecText?], indentation: Int) -> [String] {
        let blocks = paragraphs.compactMap { $0 }.map { wrapped(LineText.lines($0), indentation) }
        return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""])).map(comment)
    }

    /// Comment lines for our own text.
    static func lines(own text: String, indentation: Int) -> [String] {
        wrap(text, width - indentation - 4, continuation: "").map(comment)
    }

    /// One item of a list, such as `- Parameter id: …`.
    ///
    /// - Parameter head: our own text, up to the colon.
    static func item(_ head: String, _ text: SpecText?, indentation: Int) -> [String] {
        let body = text.map { LineText.lines($0).filter { !$0.isEmpty }.joined(separator: " ") } ?? ""
        let continuation = String(repeating: " ", count: head.prefix { $0 == " " }.count + 2)
        let line = body.isEmpty ? head : "\(head) \(defused(body))"
        return wrap(line, width - indentation - 4, continuation: continuation).map(comment)
    }

    private static func comment(_ line: String) -> String { line.isEmpty ? "///" : "/// \(line)" }

    private static func wrapped(_ lines: [String], _ indentation: Int) -> [String] {
        var isCode = false
        return lines.flatMap { line -> [String] in
            let isFence = line.drop { $0 == " " }.hasPrefix("```")
            defer { if isFence { isCode.toggle() } }
            if isCode || isFence || line.hasPrefix("    ") || line.hasPrefix("|") { return [defused(line)] }
            let depth = line.prefix { $0 == " " }.count + (line.drop { $0 == " " }.hasPrefix("- ") ? 2 : 0)
            return wrap(defused(line), width - indentation - 4, continuation: String(repeating: " ", count: depth))
        } + (isCode ? ["```"] : [])
    }

    /// Breaks a line at spaces so that no part is longer than the width, words that are longer aside.
    private static func wrap(_ line: String, _ width: Int, continuation: String) -> [String] {
        guard line.unicodeScalars.count > width else { return [line] }
        var lines: [String] = []
        var current = String(line.prefix { $0 == " " })
        var isEmpty = true
        for word in line.split(separator: " ") {
            if !isEmpty, current.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
                lines.append(current)
                current = continuation
                isEmpty = true
            }
            current += isEmpty ? String(word) : " \(word)"
            isEmpty = false
        }
        return lines + [current]
    }

    /// Breaks up what tools would take as a command to them.
    private static func defused(_ line: String) -> String {
        line.replacing("swift-format-ignore", with: "swift-format ignore").replacing("swiftlint:", with: "swiftlint :")
            .replacing("sourcery:", with: "sourcery :").replacing("MARK:", with: "MARK :")
    }
}
