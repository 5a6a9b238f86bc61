/// Determines the type of a plain scalar from its text by the core schema (YAML 1.2.2, 10.3.2).
enum CoreSchema {
    /// The types of the core schema.
    enum ScalarType {
        /// `~`, `null`, `Null`, `NULL` or empty.
        case null
        /// `true`, `True`, `TRUE`, `false`, `False` or `FALSE`.
        case bool
        /// Decimal digits with an optional sign.
        case decimal
        /// `0o` and octal digits, or `0x` and hexadecimal digits.
        case radix
        /// A number with a fraction or an exponent.
        case float
        /// `.inf` or `.nan`.
        case special
        /// Any other text.
        case string
    }

    /// The type of a plain scalar.
    static func type(of text: ArraySlice<UInt8>) -> ScalarType {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "~") where text.count == 1: return .null
        case UInt8(ascii: "n"), UInt8(ascii: "N"): return isOne(of: ["null", "Null", "NULL"], text) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"): return isOne(of: ["true", "True", "TRUE"], text) ? .bool : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return isOne(of: ["false", "False", "FALSE"], text) ? .bool : .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return numberType(of: text)
        default: return .string
        }
    }

    /// The type of a text that begins with a digit, a sign or a point.
    private static func numberType(of text: ArraySlice<UInt8>) -> ScalarType {
        if let number = NumberText(text) { return number.isInteger ? .decimal : .float }
        if RadixNumber(text) != nil { return .radix }
        if isOne(of: [".nan", ".NaN", ".NAN"], text) { return .special }
        return isOne(of: [".inf", ".Inf", ".INF"], NumberText.withoutSign(text)) ? .special : .string
    }

    /// Whether the text equals one of the words.
    private static func isOne(of words: [StaticString], _ text: ArraySlice<UInt8>) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == text.count && word.withUTF8Buffer { $0.elementsEqual(text) }
        }
    }

    /// The value of a plain scalar.
    static func scalar(_ text: ArraySlice<UInt8>) -> Scalar {
        switch type(of: text) {
        case .null: .null
        case .bool: .bool(text.first == UInt8(ascii: "t") || text.first == UInt8(ascii: "T"))
        case .decimal: .integer(normalisedNumber(text))
        case .radix: .integer(RadixNumber(text)?.decimal ?? "")
        case .float, .special: .number(normalisedNumber(text))
        case .string: .string(SpecText(String(decoding: text, as: UTF8.self)))
        }
    }

    /// The text of a number in the form that ``Scalar`` describes.
    static func normalisedNumber(_ text: ArraySlice<UInt8>) -> SpecText {
        if let number = NumberText(text) { return number.normalised }
        let sign = text.first == UInt8(ascii: "-") ? "-" : ""
        let isInfinity = NumberText.withoutSign(text).dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "i")
        return SpecText(isInfinity ? sign + ".inf" : ".nan")
    }
}
