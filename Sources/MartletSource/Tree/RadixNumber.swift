/// An octal or hexadecimal integer of the core schema, `0o [0-7]+` or `0x [0-9a-fA-F]+` (YAML 1.2 section 10.3.2).
struct RadixNumber {
    /// The most digits that a number may have, since making it decimal takes time in proportion to their square.
    static let mostDigits = 1_000

    private let radix: UInt64
    private let digits: ArraySlice<UInt8>

    /// Takes a text apart; nil when it is no such number.
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

    /// Whether the number has more than ``mostDigits``.
    var isTooLong: Bool { digits.count > Self.mostDigits }

    /// The number in decimal digits, exact whatever its size.
    var decimal: SpecText {
        // Groups of nine decimal digits, the lowest first.
        var groups: [UInt64] = [0]
        for digit in digits.prefix(Self.mostDigits) {
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
    /// A hexadecimal or octal number has more digits than are read.
    static let tooManyDigits: Self = "a hexadecimal or octal number may have \(RadixNumber.mostDigits) digits at most"
}
