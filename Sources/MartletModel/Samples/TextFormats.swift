package import MartletSource

/// Checks for the formats of text that have Swift types of their own.
///
/// The calendar is also in `MartletRuntime`, which the generator doesn't link: generated code is the only thing that does.
package enum TextFormats {
    /// The parts of a `full-date` (RFC 3339, section 5.6), such as `2026-11-24`; `nil` for other text, and for a date that
    /// does not exist.
    package static func date(_ text: SpecText) -> (year: Int, month: Int, day: Int)? { date(Array(text.utf8)) }

    /// The seconds from 1970 to a `date-time` (RFC 3339, section 5.6); `nil` for other text, for a time with a fraction
    /// of a second, and for a leap second.
    package static func secondsSince1970(_ text: SpecText) -> Int? {
        guard let time = dateTime(text), !time.hasFraction, time.second < 60 else { return nil }
        return (time.minutes * 60) + time.second
    }

    /// Whether a text is a date that exists.
    static func isDate(_ text: SpecText) -> Bool { date(text) != nil }

    /// Whether a text is a `date-time` (RFC 3339, section 5.6), with the deviations that the runtime accepts.
    static func isDateTime(_ text: SpecText) -> Bool { dateTime(text) != nil }

    private static func date(_ bytes: [UInt8]) -> (year: Int, month: Int, day: Int)? {
        guard matches(bytes, "0000-00-00") else { return nil }
        let (year, month, day) = (number(bytes[..<4]), number(bytes[5..<7]), number(bytes[8...]))
        guard (1...12).contains(month), day >= 1, day <= days(inMonth: month, of: year) else { return nil }
        return (year, month, day)
    }

    /// - Returns: The minutes from 1970 to the minute of a point in time, in UTC, and the rest.
    private static func dateTime(_ text: SpecText) -> (minutes: Int, second: Int, hasFraction: Bool)? {
        let bytes = Array(text.utf8)
        guard bytes.count > 19, let date = date(Array(bytes[..<10])), "Tt ".utf8.contains(bytes[10]),
            matches(Array(bytes[11..<19]), "00:00:00")
        else { return nil }
        let (hour, minute, second) = (number(bytes[11..<13]), number(bytes[14..<16]), number(bytes[17..<19]))
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        var rest = bytes[19...]
        var hasFraction = false
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { isDigit($0) }
            if digits.isEmpty { return nil }
            hasFraction = digits.contains { $0 != UInt8(ascii: "0") }
            rest = rest[digits.endIndex...]
        }
        guard let offset = offset(Array(rest)) else { return nil }
        return (((days(to: date) * 24 + hour) * 60 + minute) - offset, second, hasFraction)
    }

    /// The minutes of an offset from UTC: `Z`, `+01:00` or `-0130`.
    private static func offset(_ bytes: [UInt8]) -> Int? {
        if bytes.count == 1 { return bytes[0] | 0x20 == UInt8(ascii: "z") ? 0 : nil }
        guard let sign = bytes.first, "+-".utf8.contains(sign) else { return nil }
        let digits = bytes.dropFirst().filter { isDigit($0) }
        guard matches(Array(bytes.dropFirst()), "00:00") || matches(Array(bytes.dropFirst()), "0000") else {
            return nil
        }
        let (hours, minutes) = (number(digits.prefix(2)), number(digits.suffix(2)))
        guard hours < 24, minutes < 60 else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The days from 1 January 1970 to a date of the Gregorian calendar.
    private static func days(to date: (year: Int, month: Int, day: Int)) -> Int {
        let years = date.year - 1
        let leapDays = date.year == 0 ? -1 : years / 4 - years / 100 + years / 400
        let before = (1..<date.month).reduce(0) { $0 + days(inMonth: $1, of: date.year) }
        return years * 365 + leapDays + before + date.day - 1 - 719_162
    }

    private static func number(_ digits: some Sequence<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// A UUID (RFC 9562, section 4).
    package static func isUUID(_ text: SpecText) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            [8, 13, 18, 23].contains(index)
                ? byte == UInt8(ascii: "-")
                : isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
        }
    }

    /// Whether a text has the form of a pattern, in which a zero matches any digit and other characters match
    /// themselves.
    private static func matches(_ bytes: [UInt8], _ form: StaticString) -> Bool {
        form.withUTF8Buffer { form in
            form.count == bytes.count
                && zip(bytes, form).allSatisfy { $1 == UInt8(ascii: "0") ? isDigit($0) : $0 == $1 }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { Words.isDigit(byte) }
}
