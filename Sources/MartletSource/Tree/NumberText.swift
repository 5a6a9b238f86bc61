/// The parts of a decimal number of the core schema (YAML 1.2.2, 10.3.2), which includes JSON's numbers:
/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
struct NumberText {
    private let isNegative: Bool
    private let whole: ArraySlice<UInt8>
    /// The digits after the decimal point; `nil` without a point.
    private let fraction: ArraySlice<UInt8>?
    /// The exponent with its `e` or `E`; empty without an exponent.
    private let exponent: ArraySlice<UInt8>

    /// Parses a text; `nil` if it isn't such a number.
    init?(_ text: ArraySlice<UInt8>) {
        var rest = Self.withoutSign(text)
        isNegative = text.first == UInt8(ascii: "-")
        whole = Self.digits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = Self.digits(&rest)
        } else {
            fraction = nil
        }
        guard !whole.isEmpty || fraction?.isEmpty == false else { return nil }
        exponent = rest
        guard let marker = rest.popFirst() else { return }
        guard marker | 0x20 == UInt8(ascii: "e") else { return nil }
        rest = Self.withoutSign(rest)
        guard !Self.digits(&rest).isEmpty, rest.isEmpty else { return nil }
    }

    /// Whether there is neither a decimal point nor an exponent.
    var isInteger: Bool { fraction == nil && exponent.isEmpty }

    /// The number in JSON's syntax; see ``Scalar``.
    var normalised: SpecText {
        let significant = whole.drop { $0 == UInt8(ascii: "0") }
        var text = significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
        if isNegative, !(isInteger && significant.isEmpty) { text = "-" + text }
        if let fraction { text += "." + (fraction.isEmpty ? "0" : String(decoding: fraction, as: UTF8.self)) }
        return SpecText(text + String(decoding: exponent, as: UTF8.self))
    }

    /// The text without a leading `+` or `-`.
    static func withoutSign(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
    }

    /// Removes the leading digits of a text, and returns them.
    private static func digits(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = text.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        text = text[digits.endIndex...]
        return digits
    }
}
