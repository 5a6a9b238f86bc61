public import Foundation

/// A moment in time as RFC 3339, section 5.6 writes it: exact to the nanosecond, and with the offset and the number of
/// digits that it came with, so that it is sent back as it came.
///
/// Two are equal when they are the same moment, however they are written.
public struct DateTime: Sendable {
    /// Whole seconds since 1970 in UTC, leap seconds not counted.
    private let seconds: Int64
    /// From 0 to 999,999,999; from a billion on within a leap second.
    private let nanoseconds: Int32
    private let offset: Offset
    /// How many digits the fraction of the second has, from 0 to 9.
    private let fractionDigits: UInt8

    private enum Offset: Hashable {
        /// `Z`
        case utc
        /// `-00:00`: UTC, and nobody knows what the clocks showed (section 4.3).
        case unknown
        case minutes(Int16)

        var minutes: Int16 {
            if case .minutes(let minutes) = self { minutes } else { 0 }
        }
    }

    /// A moment, in UTC, with as many digits of the second as it has, up to nine. Beyond the years 0 to 9999, the nearest
    /// moment within them.
    public init(_ date: Date) {
        let interval = min(max(date.timeIntervalSince1970, Self.earliest), Self.latest)
        let whole = interval.rounded(.down)
        seconds = Int64(exactly: whole) ?? 0
        // A Date is a Double, which holds microseconds of today and no more.
        let microseconds = Int32(exactly: ((interval - whole) * 1_000_000).rounded(.down)) ?? 0
        nanoseconds = microseconds * 1_000
        offset = .utc
        fractionDigits = microseconds == 0 ? 0 : microseconds % 1_000 == 0 ? 3 : 6
    }

    /// The moment, as exact as a `Date` is.
    public var date: Date {
        Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1_000_000_000)
    }

    /// By how many seconds the clocks were ahead of UTC where the moment was written down.
    public var secondsFromUTC: Int { Int(offset.minutes) * 60 }

    /// The moment now.
    public static var now: DateTime { DateTime(Date()) }

    private static let earliest = -62_167_219_200.0
    private static let latest = 253_402_300_799.0
}

extension DateTime: Comparable {
    /// Whether both are the same moment.
    public static func == (left: DateTime, right: DateTime) -> Bool {
        left.seconds == right.seconds && left.nanoseconds == right.nanoseconds
    }

    /// Whether a moment comes before another one.
    public static func < (left: DateTime, right: DateTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension DateTime: Hashable {
    /// Hashes the moment.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }
}

extension DateTime: LosslessStringConvertible {
    /// Reads `2026-11-24T08:47:00Z`, with a fraction of up to nine digits (more are cut off) and with any offset; nil for
    /// any other text. A space for the `T` and an offset without its colon are understood.
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

    /// The text of RFC 3339, such as `2026-11-24T08:47:00.125+01:00`.
    public var description: String {
        let local = seconds + Int64(secondsFromUTC)
        let days = Int((Double(local) / 86_400).rounded(.down))
        let second = Int(local - Int64(days) * 86_400)
        var text = DateTimeText()
        // An offset may lead out of the years that have four digits; then UTC doesn't.
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
    /// Decodes a string of RFC 3339.
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

    /// Encodes a string of RFC 3339.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
