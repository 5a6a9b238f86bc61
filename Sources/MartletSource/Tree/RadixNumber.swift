/// An octal or hexadecimal integer of the core schema, `0o [0-7]+` or `0x [0-9a-fA-F]+` (YAML 1.2.2, 10.3.2).
struct RadixNumber {
    /// The maximum number of digits, because the conversion to decimal takes quadratic time.
    static let maximumDigits = 1_000

    private let radix: UInt64
    private let digits: ArraySlice<UInt8>

    /// Parses a text; `nil` if it isn't such a number.
    init?(_ text: ArraySlice<UInt8>) {
        if text.starts(with: "0x".utf8) {
            radix = 16
        } else if text.starts(with: "0o".utf8) {
            radix = 8
        } else {
            return nil
        }
        digits = text.dropFirst(2)
        let radix = radix
        guard !digits.isEmpty, digits.allSatisfy({ Self.value(of: $0).map { $0 < radix } ?? false }) else { return nil }
    }

    /// Whether the number has more digits than ``maximumDigits``.
    var isTooLong: Bool { digits.count > Self.maximumDigits }

    /// The exact number in decimal digits.
    var decimal: SpecText {
        // Groups of nine decimal digits, the least significant first.
        var groups: [UInt64] = [0]
        for digit in digits.prefix(Self.maximumDigits) {
            var carry = Self.value(of: digit) ?? 0
            for index in groups.indices {
                carry += groups[index] * radix
                groups[index] = carry % 1_000_000_000
                carry /= 1_000_000_000
            }
            if carry > 0 { groups.append(carry) }
        }
        let lower = groups.dropLast().reversed().map { group in
            let text = String(group)
            return String(repeating: "0", count: 9 - text.count) + text
        }
        return SpecText(String(groups.last ?? 0) + lower.joined())
    }

    private static func value(of digit: UInt8) -> UInt64? {
        Character(Unicode.Scalar(digit)).hexDigitValue.map { UInt64($0) }
    }
}

extension Diagnostic.Message {
    /// A hexadecimal or octal number has too many digits.
    static let tooManyDigits = Self(
        .syntax, "a hexadecimal or octal number may have \(RadixNumber.maximumDigits) digits at most")
}
