import MartletSource

/// Splits text of a document into lines that hold no character which could end a line, or show as something else.
enum LineText {
    /// The lines, blank ones at both ends left out.
    ///
    /// Every line break that some reader of the text knows ends a line: LF, CR, CRLF, VT, FF, U+0085, U+2028, U+2029.
    static func lines(_ text: SpecText) -> [String] {
        var lines: [String] = []
        var line = ""
        var isAfterReturn = false
        for scalar in text.unencoded.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\n" where isAfterReturn: continue
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
                lines.append(trimmed(line))
                line = ""
            case "\t": line += "    "
            default: line += visible(scalar)
            }
        }
        lines.append(trimmed(line))
        let content = lines.drop { $0.isEmpty }
        return Array(content[..<(content.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? content.startIndex)])
    }

    /// The scalar, or its number if it can't be seen or changes how the text around it shows: control characters, and
    /// those that set the direction of writing or have no width (Unicode Technical Standard #55, section 3).
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned:
            "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
        default: String(scalar)
        }
    }

    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
