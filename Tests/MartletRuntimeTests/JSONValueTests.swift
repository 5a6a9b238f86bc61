import Foundation
import MartletRuntime
import MartletSupport
import Testing

@Suite("JSONValue")
struct JSONValueTests {
    static let table: [(String, JSONValue)] = [
        ("null", .null), ("true", true), ("false", false), ("0", 0), ("1", 1), ("-7", -7),
        ("9007199254740993", 9_007_199_254_740_993), ("9223372036854775807", .integer(.max)),
        ("-9223372036854775808", .integer(.min)), ("1.5", 1.5), ("1e+100", 1e100),
        ("18446744073709551616", .decimal(Decimal(UInt64.max) + 1)), ("2e19", .number(2e19)), ("\"\"", ""),
        ("\"1\"", "1"), ("\"é🔑\"", "é🔑"),
        ("[]", []), ("{}", [:]), ("[null,[1]]", [nil, [1]]), (#"{"a":{"b":null},"c":[]}"#, ["a": ["b": nil], "c": []]),
    ]

    @Test("every JSON value is decoded", arguments: table)
    func decoding(json: String, value: JSONValue) throws {
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)) == value)
    }

    @Test("every value survives encoding and decoding", arguments: table)
    func encoding(json: String, value: JSONValue) throws {
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: data) == value)
        if case .number = value { return }
        #expect(String(decoding: data, as: UTF8.self) == json || json.contains("c"))
    }

    @Test("a whole number with a fraction of zero is an integer")
    func wholeNumbers() throws {
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data("[1.0,1e3]".utf8)) == [1, 1000])
    }

    @Test("members and elements are available by subscript, and nil if missing")
    func subscripts() {
        let value: JSONValue = ["items": [1, ["x": nil]]]
        #expect(value["items"]?[1]?["x"] == .some(.null))
        #expect(value["items"]?[0] == 1)
        for missing in [value["other"], value[0], value["items"]?["x"], value["items"]?[2], value["items"]?[-1]] {
            #expect(missing == nil as JSONValue?)
        }
    }

    @Test("a value is available as its type, and nil as any other")
    func accessors() {
        let value: JSONValue = ["t": "x", "i": 7, "n": 1.5, "b": true, "a": [1], "z": nil]
        #expect(value["t"]?.string == "x" && value["t"]?.int == nil && value["i"]?.int == 7)
        #expect(value["i"]?.double == 7 && value["n"]?.double == 1.5 && value["n"]?.int == nil)
        #expect(value["b"]?.bool == true && value["b"]?.int == nil && value["i"]?.bool == nil)
        #expect(value["a"]?.array == [1] && value["z"]?.isNull == true && value.object?.count == 6)
        #expect(JSONValue.decimal(Decimal(UInt64.max)).double == 0x1p64 && value.array == nil && value.string == nil)
    }

    @Test("a value is decoded as a model")
    func model() throws {
        struct Point: Decodable, Equatable { var x: Int, y: Int }
        let value: JSONValue = ["x": 1, "y": 2]
        #expect(try value.decoded(as: Point.self) == Point(x: 1, y: 2))
        #expect(throws: DecodingError.self) { try value.decoded(as: [Point].self) }
    }

    @Test("a description is JSON in one line")
    func printing() {
        let value: JSONValue = ["b": [1, 1.5, nil, true], "a": "\"/\n", "n": .number(.infinity)]
        let text = #"{"a":"\"/\n","b":[1,1.5,null,true],"n":"Infinity"}"#
        #expect(value.description == text && String(reflecting: value) == text && "\(JSONValue.null)" == "null")
    }

    @Test("NaN is rejected")
    func notANumber() {
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([JSONValue.number(.nan)]) }
    }
}
