public import Foundation

/// A date of the Gregorian calendar without a time zone: the `full-date` of RFC 3339, section 5.6.
public struct CalendarDate: Hashable, Sendable {
    /// The year, from 0 to 9999.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1 to at most 31.
    public let day: Int

    /// Creates a date from its components.
    /// - Returns: `nil` if the date does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Creates the date that is nearest to components which may be out of range, such as 30 February.
    public init(clampingYear year: Int, month: Int, day: Int) {
        self.year = min(max(year, 0), 9999)
        self.month = min(max(month, 1), 12)
        self.day = min(max(day, 1), Self.days(inMonth: self.month, of: self.year))
    }

    /// Creates the date of a point in time in a time zone. Outside of the years 0 to 9999, the nearest date in that
    /// range is used.
    public init(_ date: Date, in timeZone: TimeZone) {
        let days = (date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))) / 86_400
        let known = min(max(days.rounded(.down), Double(Self.days.lowerBound)), Double(Self.days.upperBound))
        self.init(shiftedDays: (Int(exactly: known) ?? 0) + Self.shift)
    }

    /// The current date in the current time zone.
    public static var today: CalendarDate { CalendarDate(Date(), in: .current) }

    /// Returns the start of the day in a time zone. It may be inaccurate if daylight saving time starts at midnight on
    /// that day.
    public func start(in timeZone: TimeZone) -> Date {
        let utc = Double(daysSince1970) * 86_400
        let offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: utc))
        return Date(timeIntervalSince1970: utc - Double(offset))
    }
}

extension CalendarDate: Comparable {
    /// Returns whether a date is earlier than another.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// Creates a date from a text such as `2026-11-24`; `nil` for any other text.
    public init?(_ description: String) {
        var text = DateTimeText(description)
        guard let date = text.readDate(), text.isAtEnd else { return nil }
        self = date
    }

    /// The date as text, such as `2026-11-24`.
    public var description: String {
        var text = DateTimeText()
        text.append(self)
        return text.string
    }
}

extension CalendarDate: Codable {
    /// Decodes a string such as `2026-11-24`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CalendarDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date such as 2026-11-24")
        }
        self = date
    }

    /// Encodes a string such as `2026-11-24`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CalendarDate {
    /// The number of days since 1 January 1970, computed in eras of 400 years that start on 1 March of the year 0, so
    /// that leap days are last.
    var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - Self.shift
    }

    /// Creates the date of a day; the reverse of ``daysSince1970``. `nil` outside of the years 0 to 9999.
    init?(daysSince1970 days: Int) {
        guard Self.days.contains(days) else { return nil }
        self.init(shiftedDays: days + Self.shift)
    }

    /// The range of days for the years 0 to 9999.
    private static let days = -719_528...2_932_896
    /// The number of days from the start of the era to 1970.
    private static let shift = 719_468

    /// Creates the date of a day in the years 0 to 9999.
    /// - Parameter days: The number of days since the start of the era.
    private init(shiftedDays days: Int) {
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        year = yearOfEra + era * 400 + (shiftedMonth < 10 ? 0 : 1)
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
