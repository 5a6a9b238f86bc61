import MartletSource

/// Encodes text of a document for documentation comments in Swift.
///
/// The template puts `///` before every line, so the text can't end the comment, as it could end a block comment.
enum DocumentationComment {
    /// The lines of a text; a fenced code block that is left open is closed.
    static func lines(_ text: SpecText) -> [String] {
        CodeFence.closed(LineText.lines(text)) { line, _ in withoutDirectives(line) }
    }

    /// The lines of a text in a list: one line, unless it has a list of its own, which stays one.
    static func item(_ text: SpecText) -> [String] {
        let lines = lines(text)
        guard let first = lines.firstIndex(where: isItem) else { return [line(text)] }
        let isSeparate = first > 0 && lines[first - 1].isEmpty
        return first == 0 ? ["", ""] + lines : Array(lines[..<first]) + (isSeparate ? [] : [""]) + lines[first...]
    }

    /// Whether a line begins an item of a list (CommonMark 0.31.2, section 5.2).
    private static func isItem(_ line: String) -> Bool {
        let text = line.drop { $0 == " " }
        if ["- ", "* ", "+ "].contains(where: text.hasPrefix) { return true }
        let rest = text.drop { $0.isASCII && $0.isNumber }
        return rest.startIndex != text.startIndex && [". ", ") "].contains(where: rest.hasPrefix)
    }

    /// The text on one line.
    static func line(_ text: SpecText) -> String {
        let lines = LineText.lines(text)
        return withoutDirectives(lines.count == 1 ? lines[0] : lines.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// Breaks up directives for linters and other tools.
    private static func withoutDirectives(_ line: String) -> String {
        var text = line
        guard text.withUTF8({ $0.mayContainDirective }) else { return line }
        return withoutSymbolLinks(line).replacing(bytes: "swift-format-ignore", with: "swift-format ignore")
            .replacing(bytes: "swiftlint:", with: "swiftlint :").replacing(bytes: "sourcery:", with: "sourcery :")
            .replacing(bytes: "MARK:", with: "MARK :").replacing(bytes: "swiftformat:", with: "swiftformat :")
            .replacing(bytes: "periphery:", with: "periphery :")
    }

    /// Code between double backticks, as in reStructuredText, would be a link to a symbol, so single backticks replace
    /// them.
    private static func withoutSymbolLinks(_ line: String) -> String {
        func backticks(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "`") } }
        let code = line.replacing(bytes: "``", with: "`")
        let count = backticks(code)
        return count.isMultiple(of: 2) && backticks(line) == 2 * count ? code : line
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the line contains the last letter of a directive's keyword followed by `-` or `:`, or two backticks; few
    /// lines do.
    fileprivate var mayContainDirective: Bool {
        var last: UInt8 = 0
        for byte in self {
            switch (last, byte) {
            case (UInt8(ascii: "t"), UInt8(ascii: "-")), (UInt8(ascii: "t"), UInt8(ascii: ":")),
                (UInt8(ascii: "y"), UInt8(ascii: ":")), (UInt8(ascii: "K"), UInt8(ascii: ":")),
                (UInt8(ascii: "`"), UInt8(ascii: "`")):
                return true
            default: last = byte
            }
        }
        return false
    }
}
