/// A reader and writer of date and time texts.
struct DateTimeText {
    private var bytes: [UInt8]
    private var position = 0

    /// Creates a reader of a text.
    init(_ text: String) { bytes = Array(text.utf8) }

    /// Creates a writer.
    init() {
        bytes = []
        bytes.reserveCapacity(35)
    }

    /// Whether the whole text has been read.
    var isAtEnd: Bool { position == bytes.count }

    /// The text written so far.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: - Reading

    /// Reads a date; `nil` if there is none, or if it does not exist.
    mutating func readDate() -> CalendarDate? {
        guard let year = readNumber(digits: 4, upTo: 9999), skip("-"), let month = readNumber(digits: 2, upTo: 12),
            skip("-"), let day = readNumber(digits: 2, upTo: 31)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// Reads a number with an exact number of digits; `nil` if there is none, or if it is too large.
    mutating func readNumber(digits: Int, upTo largest: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[position..<position + digits] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += digits
        return number <= largest ? number : nil
    }

    /// Skips one of the characters if it is next; returns whether it was.
    mutating func skip(_ characters: Unicode.Scalar...) -> Bool {
        guard position < bytes.count, characters.contains(where: { $0.value == UInt32(bytes[position]) }) else {
            return false
        }
        position += 1
        return true
    }

    /// Reads a decimal point and digits, if there is a point; `nil` if no digit follows it. Digits after the ninth are
    /// dropped.
    mutating func readFraction() -> (nanoseconds: Int32, digits: UInt8)? {
        guard skip(".") else { return (0, 0) }
        var nanoseconds: Int32 = 0
        var digits: UInt8 = 0
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            if digits < 9 {
                nanoseconds = nanoseconds * 10 + Int32(bytes[position] - UInt8(ascii: "0"))
                digits += 1
            }
            position += 1
        }
        guard position > start else { return nil }
        for _ in digits..<9 { nanoseconds *= 10 }
        return (nanoseconds, digits)
    }

    // MARK: - Writing

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes a number with leading zeros.
    mutating func append(_ number: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    mutating func append(_ date: CalendarDate) {
        append(date.year, digits: 4)
        append("-")
        append(date.month, digits: 2)
        append("-")
        append(date.day, digits: 2)
    }

    /// Writes a decimal point and the given number of digits of a fraction in nanoseconds; nothing for zero digits.
    mutating func append(fraction nanoseconds: Int, digits: Int) {
        guard digits > 0 else { return }
        append(".")
        var shortened = nanoseconds
        for _ in digits..<9 { shortened /= 10 }
        append(shortened, digits: digits)
    }
}
