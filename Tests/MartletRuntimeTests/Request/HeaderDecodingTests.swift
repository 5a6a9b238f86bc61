import Foundation
import MartletRuntime
import MartletSupport
import Testing

/// OpenAPI 3.2.0, section 4.21, Header Object: the style is `simple`.
@Suite("Decoding of headers")
struct HeaderDecodingTests {
    private func decoded<Value: Decodable>(
        _ text: String,
        as type: Value.Type = Value.self,
        _ writing: HTTPHeaders.Format = .simple
    ) -> Value? { (["X-A": text] as HTTPHeaders).decoded("x-a", as: writing) }

    private struct Color: Codable, Equatable {
        var R: Int
        var G: Int
        var name: String?
    }

    @Test("numbers, Booleans and texts")
    func scalars() throws {
        #expect(decoded("41", as: Int64.self) == 41)
        #expect(decoded("-1", as: Int32.self) == -1)
        #expect(decoded("18446744073709551615", as: UInt64.self) == .max)
        #expect(decoded("0.5", as: Double.self) == 0.5)
        #expect(decoded("2", as: Double.self) == 2)
        #expect(decoded("0.1", as: Decimal.self) == Decimal(string: "0.1"))
        #expect(decoded("true", as: Bool.self) == true)
        #expect(decoded("a, b", as: String.self) == "a, b")
        // A text stays a text even if it looks like something else.
        #expect(decoded("41", as: String.self) == "41")
        #expect(decoded("true", as: String.self) == "true")
        #expect(decoded("", as: String.self) == "")
    }

    @Test("values with a textual form")
    func formats() throws {
        #expect(decoded("reader", as: Role.self) == .reader)
        #expect(decoded("new", as: Role.self) == .unrecognized("new"))
        #expect(decoded("1", as: Level.self) == .low)
        #expect(decoded("2026-02-01", as: CalendarDate.self) == CalendarDate(year: 2026, month: 2, day: 1))
        #expect(decoded("2026-02-01T10:00:00+01:00", as: DateTime.self) == DateTime("2026-02-01T10:00:00+01:00"))
        let id = "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"
        #expect(decoded(id, as: UUID.self) == UUID(uuidString: id))
    }

    @Test("lists are separated by commas, with or without spaces")
    func lists() throws {
        #expect(decoded("a, b,c", as: [String].self) == ["a", "b", "c"])
        #expect(decoded("3,4", as: [Int].self) == [3, 4])
        #expect(decoded("3,4", as: [String].self) == ["3", "4"])
        #expect(decoded("3", as: [Int].self) == [3])
        #expect(decoded("reader,x", as: [Role].self) == [.reader, .unrecognized("x")])
        var headers: HTTPHeaders = ["X-A": "1"]
        headers.append("X-A", "2")
        #expect(headers.decoded("X-A") == [1, 2])
    }

    @Test("objects alternate names and values, or are pairs if exploded")
    func objects() throws {
        #expect(decoded("R,100,G,200", as: Color.self) == Color(R: 100, G: 200))
        #expect(decoded("R=100,G=200,name=a=b", as: Color.self, .exploded) == Color(R: 100, G: 200, name: "a=b"))
        #expect(decoded("a,1,b,2", as: [String: Int].self) == ["a": 1, "b": 2])
        #expect(decoded("a=x,b=1", as: [String: String].self, .exploded) == ["a": "x", "b": "1"])
    }

    @Test("JSON is decoded")
    func json() throws {
        #expect(decoded(#"{"R":1,"G":2}"#, as: Color.self, .json) == Color(R: 1, G: 2))
        #expect(decoded("[1,2]", as: [Int].self, .json) == [1, 2])
        #expect(decoded(#""a""#, as: String.self, .json) == "a")
        #expect(decoded("a", as: String.self, .json) == nil)
    }

    @Test("missing and invalid values are nil")
    func wrong() throws {
        #expect(HTTPHeaders().decoded("X-A", as: .simple) as Int? == nil)
        #expect(decoded("many", as: Int.self) == nil)
        #expect(decoded("1.5", as: Int.self) == nil)
        #expect(decoded("99999999999999999999", as: Int64.self) == nil)
        #expect(decoded("", as: Int.self) == nil)
        #expect(decoded("yes", as: Bool.self) == nil)
        #expect(decoded("1", as: Bool.self) == nil)
        #expect(decoded("a,b", as: [Int].self) == nil)
        #expect(decoded("R,100", as: Color.self) == nil)
        #expect(decoded("R,100,G", as: Color.self) == nil)
        #expect(decoded("R=100,G=200", as: Color.self) == nil)
        #expect(decoded("nan", as: Double.self) == nil)
        #expect(decoded("no-uuid", as: UUID.self) == nil)
    }
}
