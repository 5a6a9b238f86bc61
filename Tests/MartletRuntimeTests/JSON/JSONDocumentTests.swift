import Foundation
import MartletSupport
import MartletTestSupport
import Testing

@testable import MartletRuntime

/// Compares the client's decoder with Foundation's.
///
/// They differ on purpose where Foundation takes an object with a comma at its end, and refuses a number that rounds to
/// zero, or URL-safe Base64; and it has to be spared 513 brackets that nothing follows, on which it traps.
@Suite("JSONDocument")
struct JSONDocumentTests {
    /// The result of decoding: the value, or the error with its path.
    private func outcome<Value: Hashable>(_ decode: () throws -> Value) -> AnyHashable {
        do {
            return try decode()
        } catch DecodingError.keyNotFound(let key, let context) {
            return "no \(key.stringValue) at \(context.codingPath.text)"
        } catch DecodingError.valueNotFound(_, let context) {
            return "null at \(context.codingPath.text)"
        } catch DecodingError.typeMismatch(let type, let context) {
            return "not \(type) at \(context.codingPath.text)"
        } catch {
            // Foundation doesn't report the path.
            return "corrupted"
        }
    }

    private func expectSame<Value: Decodable & Hashable>(_ type: Value.Type, _ json: Data, _ comment: Comment) {
        let expected = outcome { try JSONDecoder().decode(type, from: json) }
        #expect(outcome { try JSONDocument.decode(type, from: json) } == expected, comment)
    }

    /// A UUID, which is URL-safe Base64 as well.
    static let uuid = #""9F57F0F2-0B4B-4C8D-9F4A-6A1B2C3D4E5F""#

    static let texts = [
        "null", "true", "false", "0", "-0", "1", "-1", "127", "128", "-128", "-129", "255", "256", "65536",
        "2147483648",
        "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616", "1.0", "1e3", "1.5", "-1.5e-3", "0.1", "1E400", "123456789012345678901234567890",
        "0.30000000000000004", "1e-30", "3.4e39", #""""#, #""a""#, #""é🔑""#, #""\u00e9\ud83d\udd11\n\/\"\\""#,
        #""https://example.com/a b""#, #""""#, #""aGk=""#, #""aGk%""#,
        uuid, "[]", "[1]", "[1,2.5]", "[null]", #"["a",1]"#, "[[1],[2]]", "{}",
        #"{"a":1}"#, #"{"a":null}"#, #"{"a":{"b":[1,{"c":"d"}]}}"#, #"{"a":1,"b":"x"}"#, #"{"\u0061":1}"#,
        " [ 1 , 2 ] ",
    ]

    @Test("every text has the same value, or the same error, as with JSONDecoder", arguments: texts)
    func sameAsFoundation(text: String) {
        let data = Data(text.utf8)
        func expectSame<Value: Decodable & Hashable>(_ type: Value.Type) {
            self.expectSame(type, data, "\(type)")
            self.expectSame([Value].self, Data("[\(text)]".utf8), "[\(type)]")
            self.expectSame([String: Value?].self, Data(#"{"k":\#(text)}"#.utf8), "[String: \(type)?]")
            self.expectSame(Pair<Value>.self, Data(#"{"first":\#(text),"third":\#(text)}"#.utf8), "Pair<\(type)>")
        }
        // Foundation says of this type alone that null is not it, and of all others that there is no value.
        if text != "null" { expectSame(Bool.self) }
        expectSame(String.self)
        expectSame(Int.self)
        expectSame(Int8.self)
        expectSame(Int16.self)
        expectSame(Int32.self)
        expectSame(Int64.self)
        expectSame(UInt.self)
        expectSame(UInt8.self)
        expectSame(UInt16.self)
        expectSame(UInt32.self)
        expectSame(UInt64.self)
        expectSame(Double.self)
        expectSame(Float.self)
        expectSame(Decimal.self)
        expectSame(UUID.self)
        expectSame(URL.self)
        if text != Self.uuid { expectSame(Data.self) }
        expectSame([Int].self)
        expectSame([[Int]].self)
        expectSame([String: Int].self)
        expectSame(Int?.self)
        expectSame(JSONValue.self)
    }

    @Test(
        "bytes are in Base64 of either alphabet, with or without padding",
        arguments: [
            ("-_8=", [0xFB, 0xFF]), ("-_8", [0xFB, 0xFF]), ("+/8", [0xFB, 0xFF]), ("-_-_", [0xFB, 0xFF, 0xBF]),
            ("aA", [0x68]), ("", []), ("a", nil), ("aGkhA", nil), ("a-_.", nil), ("=", nil),
        ] as [(String, [UInt8]?)])
    func base64(text: String, bytes: [UInt8]?) {
        #expect((try? JSONDocument.decode(Data.self, from: Data(#""\#(text)""#.utf8))) == bytes.map { Data($0) })
    }

    @Test("a union prefers a type that declares a text to bytes in URL-safe Base64")
    func base64InUnions() throws {
        enum Key: ApiModel.OpenUnion {
            case data(Data), uuid(UUID), unrecognized(JSONValue)

            init(from decoder: any Decoder) throws {
                var union = UnionDecoder<Self>(decoder)
                union.attempt(Self.data)
                union.attempt(Self.uuid)
                self = try union.result()
            }

            func encode(to encoder: any Encoder) throws {}
        }
        let uuid = try JSONDocument.decode(UUID.self, from: Data(Self.uuid.utf8))
        let json = Data(#"[\#(Self.uuid),"-_8"]"#.utf8)
        #expect(try JSONDocument.decode([Key].self, from: json) == [.uuid(uuid), .data(Data([0xFB, 0xFF]))])
    }

    /// A type with synthesized coding, whose second property may be missing.
    private struct Pair<Value: Decodable & Hashable>: Decodable, Hashable {
        let first: Value
        let second: Value?
        let third: Value
    }

    @Test("a type can decode itself from any container")
    func containers() throws {
        struct Everything: Decodable {
            enum Key: String, CodingKey { case nested, list, `super`, other }
            var values: [String] = []

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: Key.self)
                values.append(container.allKeys.map(\.rawValue).sorted().joined(separator: " "))
                values.append("\(try container.decodeNil(forKey: .other)) \(container.contains(.list))")
                let nested = try container.nestedContainer(keyedBy: Key.self, forKey: .nested)
                values.append(try nested.decode(String.self, forKey: .other))
                values.append("\(try container.superDecoder().singleValueContainer().decode(Int.self))")
                values.append("\(try container.superDecoder(forKey: .other).singleValueContainer().decodeNil())")
                var list = try container.nestedUnkeyedContainer(forKey: .list)
                values.append("\(list.count ?? -1) \(try list.decodeNil()) \(try list.decodeNil())")
                values.append(
                    "\((try? list.decode(String.self)) ?? "none") \(try list.decode(Int.self)) \(list.currentIndex)")
                values.append("\(try list.nestedContainer(keyedBy: Key.self).decode(Bool.self, forKey: .other))")
                var inner = try list.nestedUnkeyedContainer()
                values.append("\(inner.isAtEnd) \(try inner.superDecoder().codingPath.text) \(inner.isAtEnd)")
                values.append("\(list.isAtEnd) \(list.codingPath.text) \(nested.codingPath.text)")
            }
        }
        let json = Data(
            #"{"nested":{"other":"x"},"super":7,"other":null,"list":[null,3,{"other":true},["y"]],"more":1}"#.utf8
        )
        let values = try JSONDocument.decode(Everything.self, from: json).values
        #expect(values == (try JSONDecoder().decode(Everything.self, from: json).values))
        #expect(values.count == 10)
    }

    @Test("of duplicate members, the first is used")
    func duplicates() throws {
        let json = #"{"a":1,"b":2,"a":"x","\u0061":3}"#
        #expect(try JSONDocument.decode(JSONValue.self, from: Data(json.utf8)) == ["a": 1, "b": 2])
        #expect(try JSONDocument.decode([String: Int].self, from: Data(json.utf8)) == ["a": 1, "b": 2])
        expectSame([String: Int].self, Data(json.utf8), "JSONDecoder")
    }

    @Test(
        "errors state the position at which the text is not JSON",
        arguments: [
            ("", "line 1, column 1, where a value"), ("{\n  \"a\": 1,\n}", "line 3, column 1, where a name"),
            ("[1 2]", "line 1, column 4, where a comma or ]"), (#"{"a" 1}"#, "line 1, column 6, where a colon"),
            ("[1]]", "line 1, column 4, where the end"), (#"["\x"]"#, "line 1, column 3, where an escape"),
            ("01", "line 1, column 2, where the end"), ("-", "line 1, column 2, where a value"),
            ("1.", "line 1, column 3, where a digit"),
            (String(repeating: "[", count: 129), "line 1, column 130, where no more than 128"),
        ])
    func faults(json: String, place: String) {
        let error = #expect(throws: DecodingError.self) { try JSONDocument(Data(json.utf8)) }
        guard case .dataCorrupted(let context)? = error else { return }
        #expect(context.debugDescription.contains("not valid JSON at \(place)"), "\(context.debugDescription)")
    }

    @Test("texts with a changed byte are accepted or rejected as by JSONDecoder")
    func mutations() throws {
        let text = #"{"id":"é\u00e9🔑","n":[-1.5e3,0,12,true,false,null],"o":{"a":{},"b":[]}, "s":"\"\\"}"#
        let alphabet = Array(#""\{}[],:0e-+.tu "#.utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
        var differences: [String] = []
        for position in text.utf8.indices.map({ text.utf8.distance(from: text.utf8.startIndex, to: $0) }) {
            for byte in alphabet {
                var bytes = Array(text.utf8)
                bytes[position] = byte
                let own = try? JSONDocument.decode(JSONValue.self, from: Data(bytes))
                let other = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
                if own != other { differences.append("\(position) \(byte): \(own as Any) \(other as Any)") }
            }
            let prefix = Data(text.utf8.prefix(position))
            #expect(throws: DecodingError.self) { try JSONDocument(prefix) }
        }
        #expect(differences.isEmpty, "\(differences)")
    }

    @Test(
        "a string that is not valid Unicode is an error",
        arguments: [
            Data(#""\ud83d""#.utf8), Data(#""\udd11""#.utf8), Data(#""\ud83dx""#.utf8), Data(#""\ud83d\ud83d""#.utf8),
            Data([0x22, 0xC3, 0x22]), Data([0x22, 0xED, 0xA0, 0x80, 0x22]), Data([0x22, 0xF0, 0x9F, 0x98, 0x22]),
            Data([0x22, 0x5C, 0x6E, 0xFF, 0x22]),
        ])
    func malformedStrings(json: Data) {
        #expect(throws: DecodingError.self) { try JSONDocument.decode(String.self, from: json) }
        #expect(throws: DecodingError.self) { try JSONDocument.decode(JSONValue.self, from: json) }
        #expect(throws: (any Error).self) { try JSONDecoder().decode(String.self, from: json) }
    }

    @Test("errors contain their path, in any element of any member")
    func paths() {
        let json = Data(#"{"a":[{},{"x":{"c":[]},"b":{"c":[[],[1,"no"]]}}]}"#.utf8)
        let error = #expect(throws: DecodingError.self) {
            try JSONDocument.decode([String: [[String: Deep]]].self, from: json)
        }
        #expect(error?.path.text == "a[1].b.c[1][1]")
    }

    private struct Deep: Decodable {
        let c: [[Int]]
    }
}

/// The JSON parsing test suite: `y_` must be accepted, `n_` refused, `i_` may be either.
@Suite(
    "The JSON suite",
    .enabled(
        if: Shared.has("conformance/json/test_parsing"),
        "optional: the public test suites are not beside the repository"))
struct JSONDocumentConformanceTests {
    @Test("every document of the suite is accepted or rejected as its name says")
    func parsing() throws {
        let files = try Shared.files(in: "conformance/json/test_parsing")
        try #require(files.count > 300)
        for file in files {
            let name = file.lastPathComponent
            let data = try Data(contentsOf: file)
            let value = try? JSONDocument.decode(JSONValue.self, from: data)
            switch name.prefix(2) {
            case "y_":
                #expect(value != nil, "\(name)")
                #expect(value == (try? JSONDecoder().decode(JSONValue.self, from: data)), "\(name)")
            case "n_": #expect(value == nil, "\(name)")
            default: continue
            }
        }
    }
}
