package import MartletSource

/// A decimal number, which is exact. Equal numbers have equal parts, whatever their notation: `1e2` and `100.0`.
package struct DecimalParts: Hashable, Sendable {
    package let isNegative: Bool
    /// The digits without zeros at either end; empty for zero.
    package let digits: String
    /// The power of ten by which the digits are multiplied.
    package let exponent: Int

    /// The greatest power of ten of a number.
    private static let maximumPower = 1_000_000
    /// More digits than any type of integers has.
    private static let maximumDigits = 60

    /// - Returns: `nil` for other text, such as `.inf`.
    package init?(_ text: SpecText) {
        let parts = text.raw(for: .digits).lowercased().split(separator: "e", maxSplits: 1)
        guard let number = parts.first, let power = parts.count == 1 ? 0 : Int(parts[1]),
            abs(power) <= Self.maximumPower
        else { return nil }
        let halves = number.drop { $0 == "-" }.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = halves.count == 2 ? halves[1] : ""
        let all = (halves.first ?? "") + fraction
        guard !all.isEmpty, all.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        var significant = all.drop { $0 == "0" }
        let length = significant.count
        while significant.last == "0" { significant.removeLast() }
        digits = String(significant)
        isNegative = !digits.isEmpty && number.hasPrefix("-")
        exponent = digits.isEmpty ? 0 : power - fraction.count + length - significant.count
    }

    /// The decimal digits of an integer, with its sign (JSON Schema 2020-12 Validation, 6.1.1: `1.0` is an integer); `nil`
    /// for a number with a fraction, and for one that no type of integers holds.
    package var integer: SpecText? {
        exponent >= 0 && digits.count + exponent <= Self.maximumDigits ? integerPart : nil
    }

    /// The number without its fraction. A number that is too large for every type of integers is a smaller one that is so
    /// too.
    var integerPart: SpecText {
        let sign = isNegative ? "-" : ""
        if digits.count + exponent <= 0 { return "0" }
        let whole =
            exponent < 0
            ? String(digits.dropLast(-exponent))
            : digits + String(repeating: "0", count: min(exponent, Self.maximumDigits))
        return SpecText(sign + whole)
    }

    /// The numbers of at most 18 digits of which the number is the sum, each with a power of ten; `nil` if the number does
    /// not fit Foundation's `Decimal`.
    package var terms: [(significand: Int64, exponent: Int)]? {
        if let integer, let value = Int64(integer) { return [(abs(value), 0)] }
        guard digits.count <= 38, -128...127 ~= exponent else { return nil }
        var rest = digits[...]
        var terms: [(significand: Int64, exponent: Int)] = []
        while !rest.isEmpty {
            let term = Int64(rest.suffix(18)) ?? 0
            if term != 0 { terms.append((term, exponent + digits.count - rest.count)) }
            rest = rest.dropLast(18)
        }
        return terms.reversed()
    }
}
