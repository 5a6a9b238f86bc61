import MartletModel
package import MartletSource

/// Encodes text of a document as literals of Swift.
package enum SwiftLiteral {
    /// A string literal with the same text.
    ///
    /// All but printable ASCII is written as `\u{…}`: no character can end the literal, begin an interpolation, or show
    /// other text than it holds.
    package static func string(_ text: SpecText) -> String {
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

    /// A literal of an enumeration's raw value.
    static func value(_ node: Node, of kind: Enumeration.RawValue) -> String {
        switch kind {
        case .string: string(node.text ?? "")
        case .int32: integer(node.text ?? "", as: Int32.self) ?? "0"
        case .int64: integer(node.text ?? "", as: Int64.self) ?? "0"
        case .double: number(node.text ?? "") ?? "0"
        case .json:
            switch node.scalar {
            case .bool(let value): value ? "true" : "false"
            case .integer(let text): integer(text, as: Int64.self) ?? string(text)
            case .number(let text): number(text) ?? string(text)
            default: string(node.text ?? "")
            }
        }
    }
}
