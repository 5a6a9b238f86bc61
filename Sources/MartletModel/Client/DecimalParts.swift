package import MartletSource

/// A decimal number as an integer and a power of ten, which is exact.
package struct DecimalParts {
    package let isNegative: Bool
    package let significand: UInt64
    package let exponent: Int

    /// - Returns: `nil` for other text, and for a number with more digits than 64 bits hold.
    package init?(_ text: SpecText) {
        let parts = text.unencoded.lowercased().split(separator: "e", maxSplits: 1)
        guard let number = parts.first, let power = parts.count == 1 ? 0 : Int(parts[1]) else { return nil }
        let halves = number.split(separator: ".", maxSplits: 1)
        let fraction = halves.count == 2 ? halves[1] : ""
        let digits = (halves.first ?? "") + fraction
        isNegative = digits.hasPrefix("-")
        guard let significand = UInt64(digits.drop { $0 == "-" }), -128...127 ~= power - fraction.count else {
            return nil
        }
        self.significand = significand
        exponent = power - fraction.count
    }
}
