import Foundation
import MartletRuntime
import Testing

@Suite("DateTime and CalendarDate")
struct DateTimeTests {
    /// Texts, and the seconds since 1970 that they stand for.
    static let moments: [(String, Double)] = [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-24T08:47:00Z", 1_795_510_020),
        ("2026-11-24T08:47:00.125+01:00", 1_795_506_420.125), ("2026-11-24T08:47:00-08:00", 1_795_538_820),
        ("2026-11-24T08:47:00+14:00", 1_795_459_620), ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("9999-12-31T23:59:59Z", 253_402_300_799), ("2024-02-29T12:00:00Z", 1_709_208_000),
        ("1990-12-31T23:59:60Z", 662_688_000), ("1969-12-31T23:59:59.5Z", -0.5),
        ("2026-11-24T08:47:00-00:00", 1_795_510_020),
        ("2026-11-24T00:30:00+01:00", 1_795_476_600),
    ]

    @Test("a date-time is parsed and written unchanged", arguments: moments)
    func moment(text: String, seconds: Double) throws {
        let moment = try #require(DateTime(text))
        #expect(moment.date.timeIntervalSince1970 == seconds)
        #expect(moment.description == text)
    }

    @Test("all nine digits of a fraction are kept")
    func nanoseconds() throws {
        let moment = try #require(DateTime("2026-11-24T08:47:00.123456789Z"))
        #expect(moment.description == "2026-11-24T08:47:00.123456789Z")
        #expect(moment < (try #require(DateTime("2026-11-24T08:47:00.123456790Z"))))
    }

    @Test(
        "common deviations are accepted",
        arguments: [
            ("2026-11-24t08:47:00z", "2026-11-24T08:47:00Z"), ("2026-11-24 08:47:00Z", "2026-11-24T08:47:00Z"),
            ("2026-11-24T08:47:00+0100", "2026-11-24T08:47:00+01:00"),
            ("2026-11-24T08:47:00.1234567891Z", "2026-11-24T08:47:00.123456789Z"),
        ]
    )
    func liberties(text: String, canonical: String) { #expect(DateTime(text)?.description == canonical) }

    @Test(
        "an invalid date-time is rejected",
        arguments: [
            "", "2026-11-24", "2026-11-24T08:47", "2026-11-24T24:00:00Z", "2026-02-30T00:00:00Z",
            "2025-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z", "2026-11-24T08:60:00Z", "2026-11-24T08:47:61Z", "2026-11-24T08:47:00.Z",
            "2026-11-24T08:47:00+24:00", "2026-11-24T08:47:00Zx", "+2026-11-24T08:47:00Z", "2026-11-24T08:47Z",
            "1760000000",
        ]
    )
    func noMoment(text: String) { #expect(DateTime(text) == nil) }

    @Test("date-times are compared as instants, not as text")
    func order() throws {
        let utc = try #require(DateTime("2026-11-24T08:47:00Z"))
        let local = try #require(DateTime("2026-11-24T09:47:00.000+01:00"))
        #expect(utc == local && utc.hashValue == local.hashValue && local.secondsFromUTC == 3600)
        #expect(utc < (try #require(DateTime("2026-11-24T08:47:00.001Z"))))
    }

    @Test("a Date becomes a date-time with its precision; a date out of range becomes the nearest")
    func dates() {
        #expect(DateTime(Date(timeIntervalSince1970: 0)).description == "1970-01-01T00:00:00Z")
        #expect(DateTime(Date(timeIntervalSince1970: 1.25)).description == "1970-01-01T00:00:01.250Z")
        #expect(DateTime(Date(timeIntervalSince1970: -0.5)).description == "1969-12-31T23:59:59.500Z")
        #expect(DateTime(.distantFuture).date == .distantFuture)
        for interval in [Double.infinity, -.infinity, .nan, 1e300] {
            #expect(DateTime(DateTime(Date(timeIntervalSince1970: interval)).description) != nil)
        }
    }

    @Test(
        "a full-date is parsed and written unchanged",
        arguments: ["2026-11-24", "2024-02-29", "0000-01-01", "9999-12-31", "1969-12-31"])
    func day(text: String) throws {
        let day = try #require(CalendarDate(text))
        #expect(day.description == text)
        let utc = try #require(TimeZone(secondsFromGMT: 0))
        #expect(CalendarDate(day.start(in: utc), in: utc) == day)
        #expect(DateTime(day.start(in: utc)).description == "\(text)T00:00:00Z")
    }

    @Test(
        "an invalid date is rejected",
        arguments: ["", "2026-11-31", "2025-02-29", "2026-11-24T00:00:00Z", "26-11-24", "2026-1-1", "2026-11-00"]
    )
    func noDay(text: String) { #expect(CalendarDate(text) == nil) }

    @Test(
        "components out of range become those of the nearest date",
        arguments: [
            (2026, 11, 24, "2026-11-24"), (2026, 2, 30, "2026-02-28"), (2024, 2, 30, "2024-02-29"),
            (10_000, 13, 0, "9999-12-01"), (-1, 0, 99, "0000-01-31"),
        ]
    )
    func clamped(year: Int, month: Int, day: Int, text: String) {
        #expect(CalendarDate(clampingYear: year, month: month, day: day).description == text)
    }

    @Test("every day of four centuries follows the previous one")
    func days() throws {
        let utc = try #require(TimeZone(secondsFromGMT: 0))
        var previous = try #require(CalendarDate("1799-12-31"))
        for number in 0..<146_097 {
            let next = CalendarDate(previous.start(in: utc).addingTimeInterval(86_400), in: utc)
            guard next > previous, CalendarDate(next.description) == next else {
                Issue.record("\(next) after \(previous), day \(number)")
                return
            }
            previous = next
        }
        #expect(previous.description == "2199-12-31")
    }

    @Test("both are coded as text, by any coder, and errors state what was expected")
    func coding() throws {
        let json = #"["2026-11-24","2026-02-28"]"#
        let days = try JSONDecoder().decode([CalendarDate].self, from: Data(json.utf8))
        #expect(String(decoding: try JSONEncoder().encode(days), as: UTF8.self) == json)
        let moments = #"["2026-11-24T08:47:00.1+01:00"]"#
        let decoded = try JSONDecoder().decode([DateTime].self, from: Data(moments.utf8))
        #expect(String(decoding: try JSONEncoder().encode(decoded), as: UTF8.self) == moments)
        for text in [#"["x"]"#, "[1]", "[null]"] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode([DateTime].self, from: Data(text.utf8)) }
            #expect(throws: DecodingError.self) { try JSONDecoder().decode([CalendarDate].self, from: Data(text.utf8)) }
        }
    }

    @Test("a text without an offset is in UTC and stays without one")
    func missingOffset() throws {
        let moment = try #require(DateTime("2026-11-24T08:47:00.5"))
        #expect(moment == DateTime("2026-11-24T08:47:00.5Z"))
        #expect(moment.secondsFromUTC == 0)
        #expect(moment.description == "2026-11-24T08:47:00.5")
    }
}
