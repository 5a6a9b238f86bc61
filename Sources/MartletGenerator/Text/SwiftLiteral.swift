import MartletSource

/// Encodes text of a document as literals of Swift.
enum SwiftLiteral {
    /// A string literal with the same text.
    ///
    /// All but printable ASCII is written as `\u{…}`: no character can end the literal, begin an interpolation, or show
    /// other text than it holds.
    static func string(_ text: SpecText) -> String {
        var literal = "\""
        for scalar in text.unencoded.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case " "..."~": literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
        return literal + "\""
    }

    /// An integer literal, when the text is one that fits the type: parsed and printed anew, never copied.
    static func integer<Value: FixedWidthInteger>(_ text: SpecText, as type: Value.Type) -> String? {
        Value(text.unencoded).map { String($0) }
    }

    /// A literal of a finite number: parsed and printed anew, never copied.
    static func number(_ text: SpecText) -> String? {
        guard let value = Double(text.unencoded), value.isFinite else { return nil }
        return "\(value)"
    }
}
