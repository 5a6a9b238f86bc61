/// Tells by its text what a plain scalar is: the core schema of YAML 1.2, section 10.3.2.
enum CoreSchema {
    /// The types that the core schema tells apart.
    enum ScalarType {
        /// `~`, `null` in three casings, or nothing.
        case null
        /// `true` or `false` in three casings each.
        case bool
        /// Decimal digits with or without a sign.
        case decimal
        /// `0o` with octal digits or `0x` with hexadecimal ones.
        case radix
        /// A number with a fraction or an exponent.
        case float
        /// `.inf` and `.nan`.
        case special
        /// Everything else.
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

    /// The type of a text that begins as a number does.
    private static func numberType(of text: ArraySlice<UInt8>) -> ScalarType {
        if let number = NumberText(text) { return number.isInteger ? .decimal : .float }
        if RadixNumber(text) != nil { return .radix }
        if isOne(of: [".nan", ".NaN", ".NAN"], text) { return .special }
        return isOne(of: [".inf", ".Inf", ".INF"], NumberText.withoutSign(text)) ? .special : .string
    }

    /// Whether the text is one of these words.
    private static func isOne(of words: [StaticString], _ text: ArraySlice<UInt8>) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == text.count && word.withUTF8Buffer { $0.elementsEqual(text) }
        }
    }

    /// What a plain scalar means.
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

    /// The text of a decimal number as ``Scalar`` has it.
    static func normalisedNumber(_ text: ArraySlice<UInt8>) -> SpecText {
        if let number = NumberText(text) { return number.normalised }
        let sign = text.first == UInt8(ascii: "-") ? "-" : ""
        let isInfinity = NumberText.withoutSign(text).dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "i")
        return SpecText(isInfinity ? sign + ".inf" : ".nan")
    }
}
