import Foundation

/// A parser of dates in HTTP headers (RFC 9110, section 5.6.7), which are in English and in GMT regardless of the
/// locale.
enum HTTPDate {
    /// Parses a date in any of the three formats: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`; returns `nil` for other text. The day of the week is not verified.
    /// - Parameter now: The current date, which determines the century of a two-digit year: the date is at most 50
    ///   years in the future.
    static func parse(_ text: String, now: Date) -> Date? {
        let words = text.split { " ,-".contains($0) }
        guard words.count >= 5, days.contains(where: words[0].hasPrefix) else { return nil }
        switch words.count {
        case 6 where words[5] == "GMT":
            return date(year: words[3], month: words[2], day: words[1], time: words[4], now: now)
        case 5: return date(year: words[4], month: words[1], day: words[2], time: words[3], now: now)
        default: return nil
        }
    }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func date(year: Substring, month: Substring, day: Substring, time: Substring, now: Date) -> Date? {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            let month = months.firstIndex(of: String(month)), let day = Int(day),
            let number = Int(year), [2, 4].contains(year.count), number >= 0
        else { return nil }
        func date(_ year: Int) -> Date? {
            CalendarDate(year: year, month: month + 1, day: day).map { date in
                let seconds = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
                return Date(timeIntervalSince1970: Double(seconds))
            }
        }
        guard year.count == 2 else { return date(number) }
        let limit = now.addingTimeInterval(50 * 365.25 * 86_400)
        return [2100, 2000, 1900].lazy.compactMap { date($0 + number) }.first { $0 <= limit }
    }
}
