/// Writes the Swift file that embeds the templates and their reference, so that the generator needs no resource files.
package enum TemplateEmbedding {
    /// The text of `EmbeddedTemplates.swift` for templates by name: sorted, each a raw string literal with exactly the
    /// template's bytes.
    ///
    /// - Parameter reference: The page that lists what templates see, `Templates/README.md`.
    /// - Throws: `TemplateError` for a character that a multi-line literal does not preserve, such as CR, or that a
    ///   name can't contain.
    package static func swiftSource(
        for templates: [String: String],
        reference: String
    ) throws(TemplateError) -> String {
        var text = """
            // Refreshed from Templates/ with: swift run martlet-dev embed
            // The literals are the templates byte for byte, so their lines are not for a formatter to judge.
            // swift-format-ignore-file

            /// The built-in templates.
            package enum EmbeddedTemplates {
                /// The text of each template by its name, which is that of its file without `.mustache`.
                package static let sources: [String: String] = [

            """
        for (name, source) in templates.sorted(by: { $0.key < $1.key }) {
            try check(name: name)
            text += "        \"\(name)\": \(try literal(for: source, of: name)),\n"
        }
        if templates.isEmpty { text += "        :\n" }
        text += """
                ]

                /// The reference of what templates receive, `Templates/README.md`.
                package static let reference = \(try literal(for: reference, of: "README.md"))
            }

            """
        return text
    }

    /// A raw literal. Its closing delimiter is in the first column, so that no indentation is removed from the lines.
    ///
    /// - Parameter name: The name of the text, for errors.
    /// - Throws: `TemplateError` for a character that such a literal does not preserve.
    package static func literal(for source: String, of name: String) throws(TemplateError) -> String {
        try check(source, of: name)
        let pounds = String(repeating: "#", count: poundCount(for: source))
        return "\(pounds)\"\"\"\n\(source)\n\"\"\"\(pounds)"
    }

    /// The least number of `#`, at least one, with which neither quotes in the text end the literal nor backslashes
    /// begin an escape sequence (The Swift Programming Language, Lexical Structure, String Literals).
    static func poundCount(for source: String) -> Int {
        var longest = 0
        var quotes = 0
        // The number of `#` since three quotes or a backslash; `nil` after any other character.
        var run: Int?
        for byte in source.utf8 {
            if byte == UInt8(ascii: "#"), let length = run {
                run = length + 1
                longest = max(longest, length + 1)
                quotes = 0
            } else {
                quotes = byte == UInt8(ascii: "\"") ? quotes + 1 : 0
                run = byte == UInt8(ascii: "\\") || quotes >= 3 ? 0 : nil
            }
        }
        return longest + 1
    }

    private static func check(name: String) throws(TemplateError) {
        let isPlain = name.utf8.allSatisfy { byte in
            byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        }
        if name.isEmpty || !isPlain {
            throw TemplateError(template: name, line: 1, column: 1, message: unusableName)
        }
    }

    private static func check(_ source: String, of name: String) throws(TemplateError) {
        let bytes = Array(source.utf8)
        let isLost = { (byte: UInt8) in
            byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t") || byte == 0x7F
        }
        if let offset = bytes.firstIndex(where: isLost) {
            let message = controlCharacter(bytes[offset])
            throw TemplateError(template: name, source: bytes, offset: offset, message: message)
        }
    }

    /// The message for a name that can't be in a plain string literal.
    static let unusableName =
        "a template's name can't be empty or contain quotes, backslashes or control characters; rename it"

    /// The message for a byte that a multi-line string literal does not preserve.
    static func controlCharacter(_ byte: UInt8) -> String {
        let code = (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        return "the control character U+00\(code) cannot be embedded; remove it, and end lines with LF alone"
    }
}
