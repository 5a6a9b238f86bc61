import MartletModel
package import MartletSource
import MartletTemplates

/// Encodes text of a document as Swift literals.
package enum SwiftLiteral {
    /// A string literal with the same text.
    ///
    /// Everything but printable ASCII is written as `\u{…}`, so no character can end the literal, begin an
    /// interpolation, or be displayed as something else. So is the backtick, which would end a code span of Markdown.
    package static func string(_ text: SpecText) -> String {
        var literal = TextBuffer(capacity: text.utf8.count + 2)
        write(text, to: &literal)
        return literal.text
    }

    /// Appends a string literal with the same text.
    static func write(_ text: SpecText, to literal: inout TextBuffer) {
        literal.append(UInt8(ascii: "\""))
        writeContent(text, to: &literal)
        literal.append(UInt8(ascii: "\""))
    }

    /// Appends the text between the quotes of a string literal with the same text.
    static func writeContent(_ text: SpecText, to literal: inout TextBuffer) {
        var unencoded = text.raw(for: .literal)
        unencoded.withUTF8 { bytes in
            if bytes.allSatisfy(isPlain) { return literal.append(bytes) }
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): literal.append([UInt8(ascii: "\\"), byte])
                case UInt8(ascii: "\n"): literal.append("\\n")
                case UInt8(ascii: "\r"): literal.append("\\r")
                case UInt8(ascii: "\t"): literal.append("\\t")
                case _ where isPlain(byte): literal.append(byte)
                default:
                    let (scalar, length) = bytes.scalar(at: index - 1)
                    literal.append("\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
                    index += length - 1
                }
            }
        }
    }

    /// Whether a byte needs no escape sequence.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            && byte != UInt8(ascii: "`")
    }

    /// An integer literal; `nil` when the text does not fit the type. It is printed from the parsed value, never
    /// copied.
    static func integer<Value: FixedWidthInteger>(_ text: SpecText, as type: Value.Type) -> String? {
        Value(text).map { String($0) }
    }

    /// A literal of a floating-point type; `nil` for other text, and for a number that the type doesn't reach. It is printed
    /// from the parsed value, never copied.
    static func number(_ text: SpecText, as type: TypeReference = .double) -> String? { type.nearest(text) }

    /// An expression of exactly this decimal number; `nil` for other text, and for too many digits.
    static func decimal(_ text: SpecText) -> String? {
        guard let parts = DecimalParts(text) else { return nil }
        let sign = parts.isNegative ? "minus" : "plus"
        return parts.terms?.map { "Decimal(sign: .\(sign), exponent: \($0.exponent), significand: \($0.significand))" }
            .joined(separator: " + ")
    }

    /// The literal of a value.
    static func literal(_ value: Literal) -> String {
        switch value {
        case .string(let text): string(text)
        case .integer(let value): String(value)
        case .number(let value): "\(value)"
        case .boolean(let value): String(value)
        case .null: ".null"
        }
    }
}
