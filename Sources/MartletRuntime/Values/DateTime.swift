public import Foundation

/// A point in time in the format of RFC 3339, section 5.6, with nanosecond precision. The UTC offset and the number of
/// fractional digits are preserved, so that a decoded value is encoded unchanged.
///
/// Two values are equal if they are the same point in time, whatever their offsets.
public struct DateTime: Sendable {
    /// The number of whole seconds since 1970 in UTC, without leap seconds.
    private let seconds: Int64
    /// The nanoseconds, from 0 to 999,999,999; a billion or more within a leap second.
    private let nanoseconds: Int32
    private let offset: Offset
    /// The number of fractional digits of the second, from 0 to 9.
    private let fractionDigits: UInt8

    private enum Offset: Hashable {
        /// The offset `Z`.
        case utc
        /// The offset `-00:00`: UTC with an unknown local offset (RFC 3339, section 4.3).
        case unknown
        /// No offset, against RFC 3339, as some servers send it.
        case missing
        case minutes(Int16)

        var minutes: Int16 {
            if case .minutes(let minutes) = self { minutes } else { 0 }
        }
    }

    /// Creates a point in time in UTC, with as many fractional digits as the date has, up to nine. Outside of the years
    /// 0 to 9999, the nearest point in time in that range is used.
    public init(_ date: Date) {
        let interval = min(max(date.timeIntervalSince1970, Self.earliest), Self.latest)
        let whole = interval.rounded(.down)
        seconds = Int64(exactly: whole) ?? 0
        // `Date` stores a `Double`, which is precise only to microseconds for current dates.
        let microseconds = Int32(exactly: ((interval - whole) * 1_000_000).rounded(.down)) ?? 0
        nanoseconds = microseconds * 1_000
        offset = .utc
        fractionDigits = microseconds == 0 ? 0 : microseconds % 1_000 == 0 ? 3 : 6
    }

    /// The point in time as a `Date`, with the precision of `Date`.
    public var date: Date {
        Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1_000_000_000)
    }

    /// The UTC offset in seconds; positive east of Greenwich.
    public var secondsFromUTC: Int { Int(offset.minutes) * 60 }

    /// The current point in time.
    public static var now: DateTime { DateTime(Date()) }

    private static let earliest = -62_167_219_200.0
    private static let latest = 253_402_300_799.0
}

extension DateTime: Comparable {
    /// Returns whether both are the same point in time.
    public static func == (left: DateTime, right: DateTime) -> Bool {
        left.seconds == right.seconds && left.nanoseconds == right.nanoseconds
    }

    /// Returns whether a point in time is earlier than another.
    public static func < (left: DateTime, right: DateTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension DateTime: Hashable {
    /// Hashes the point in time.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }
}

extension DateTime: LosslessStringConvertible {
    /// Creates a point in time from a text such as `2026-11-24T08:47:00Z`, with any offset; `nil` for any other text.
    ///
    /// Fractional digits after the ninth are dropped. A space in place of the `T`, an offset without a colon, and a
    /// text without an offset, which is read as UTC and keeps having none, are accepted.
    public init?(_ description: String) {
        var text = DateTimeText(description)
        guard let date = text.readDate(), text.skip("T", "t", " "),
            let hour = text.readNumber(digits: 2, upTo: 23), text.skip(":"),
            let minute = text.readNumber(digits: 2, upTo: 59), text.skip(":"),
            let second = text.readNumber(digits: 2, upTo: 60)
        else { return nil }
        guard let fraction = text.readFraction() else { return nil }
        if text.skip("Z", "z") {
            offset = .utc
        } else if text.isAtEnd {
            offset = .missing
        } else {
            let isBehind = text.skip("-")
            guard isBehind || text.skip("+"), let hours = text.readNumber(digits: 2, upTo: 23) else { return nil }
            _ = text.skip(":")
            guard let minutes = text.readNumber(digits: 2, upTo: 59) else { return nil }
            let distance = Int16(hours * 60 + minutes)
            offset = isBehind && distance == 0 ? .unknown : .minutes(isBehind ? -distance : distance)
        }
        guard text.isAtEnd else { return nil }
        let minutes = Int64(date.daysSince1970) * 1_440 + Int64(hour * 60 + minute - Int(offset.minutes))
        seconds = minutes * 60 + Int64(min(second, 59))
        nanoseconds = fraction.nanoseconds + (second == 60 ? 1_000_000_000 : 0)
        fractionDigits = fraction.digits
    }

    /// The text in the format of RFC 3339, such as `2026-11-24T08:47:00.125+01:00`.
    public var description: String {
        let local = seconds + Int64(secondsFromUTC)
        let days = Int((Double(local) / 86_400).rounded(.down))
        let second = Int(local - Int64(days) * 86_400)
        var text = DateTimeText()
        // With its offset, the local year may not have four digits; in UTC, it does.
        guard let date = CalendarDate(daysSince1970: days) else { return DateTime(self.date).description }
        text.append(date)
        text.append("T")
        text.append(second / 3_600, digits: 2)
        text.append(":")
        text.append(second / 60 % 60, digits: 2)
        text.append(":")
        text.append(second % 60 + (nanoseconds >= 1_000_000_000 ? 1 : 0), digits: 2)
        text.append(fraction: Int(nanoseconds % 1_000_000_000), digits: Int(fractionDigits))
        switch offset {
        case .utc: text.append("Z")
        case .unknown: text.append("-00:00")
        case .missing: break
        case .minutes(let minutes):
            text.append(minutes < 0 ? "-" : "+")
            text.append(Int(minutes.magnitude) / 60, digits: 2)
            text.append(":")
            text.append(Int(minutes.magnitude) % 60, digits: 2)
        }
        return text.string
    }
}

extension DateTime: Codable {
    /// Decodes a string in the format of RFC 3339.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = DateTime(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not a date and time such as 2026-11-24T08:47:00Z"
            )
        }
        self = moment
    }

    /// Encodes a string in the format of RFC 3339.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
