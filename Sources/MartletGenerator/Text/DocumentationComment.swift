import MartletSource

/// Encodes text of a document for comment lines of Swift.
///
/// Every line of the text gets a `///` of its own from the template, so nothing of it can leave the comment; a block comment
/// could be closed.
enum DocumentationComment {
    /// The lines of a text, with a block of code that is not closed closed.
    static func lines(_ text: SpecText) -> [String] {
        var isCode = false
        let lines = LineText.lines(text).map { line in
            if line.isFence { isCode.toggle() }
            return defused(line)
        }
        return isCode ? lines + ["```"] : lines
    }

    /// The text in one line.
    static func line(_ text: SpecText) -> String {
        let lines = LineText.lines(text)
        return defused(lines.count == 1 ? lines[0] : lines.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// Breaks up what tools would take as a command to them.
    private static func defused(_ line: String) -> String {
        var text = line
        guard text.withUTF8({ $0.mayHoldCommand }) else { return line }
        return line.replacing(bytes: "swift-format-ignore", with: "swift-format ignore")
            .replacing(bytes: "swiftlint:", with: "swiftlint :").replacing(bytes: "sourcery:", with: "sourcery :")
            .replacing(bytes: "MARK:", with: "MARK :")
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a letter that a command for tools has before its first `-` or `:` stands before one; few lines have that.
    fileprivate var mayHoldCommand: Bool {
        var last: UInt8 = 0
        for byte in self {
            switch (last, byte) {
            case (UInt8(ascii: "t"), UInt8(ascii: "-")), (UInt8(ascii: "t"), UInt8(ascii: ":")),
                (UInt8(ascii: "y"), UInt8(ascii: ":")), (UInt8(ascii: "K"), UInt8(ascii: ":")):
                return true
            default: last = byte
            }
        }
        return false
    }
}
