import Foundation
import MartletRuntime
import MartletSupport
import Testing

@Suite("ObjectDecoder, ApiModel.Object and ApiModel.OpenEnum")
struct ObjectCodingTests {
    private func decode<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    private func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test(
        "decoded values are encoded unchanged",
        arguments: [
            #"{"_id":"a"}"#, #"{"_id":"a","created":9007199254740993,"role":"reader","tags":[]}"#,
            #"{"_id":"a","role":"brand_new","value":null}"#, #"{"_id":"a","value":{"a":[1,1.5,"x",true,null]}}"#,
            #"{"_id":"","_links":{"self":{"_id":"b","tags":["x"]}}}"#,
        ]
    )
    func roundTrip(json: String) throws {
        let token: Token = try decode(json)
        #expect(try encode(token) == json)
    }

    @Test("absent and null are nil, unknown properties are ignored, and only a free-form value keeps null")
    func absence() throws {
        let token: Token = try decode(#"{"_id":"a","created":null,"role":null,"tags":null,"value":null,"more":{}}"#)
        #expect(token == Token(id: "a", value: .null))
        #expect(try decode(#"{"_id":"a"}"#) == Token(id: "a"))
    }

    @Test("names that differ only in Unicode normalization are different properties")
    func normalization() throws {
        struct Place: Decodable {
            let name: String
            let others: [String: Int]

            init(from decoder: any Decoder) throws {
                let object = try ObjectDecoder(decoder)
                name = try object.required("\u{E9}")
                others = try object.others(than: ["\u{E9}"])
            }
        }
        let json = Data("{\"\u{E9}\":\"a\",\"e\u{301}\":1}".utf8)
        let place = try JSONDocument.decode(Place.self, from: json)
        #expect(place.name == "a" && place.others == ["e\u{301}": 1])
    }

    @Test("integers are exact in every notation")
    func wholeNumbers() throws {
        for (text, value) in [
            ("1718000000000.0", 1_718_000_000_000), ("1.718e12", 1_718_000_000_000),
            ("9007199254740993", 9_007_199_254_740_993), ("-9223372036854775808", .min),
        ] as [(String, Int64)] {
            let token: Token = try decode(#"{"_id":"a","created":\#(text)}"#)
            #expect(token.created == value)
        }
    }

    @Test("an open enum keeps an unknown value, and compares raw values")
    func openEnums() throws {
        let roles: [Role] = try decode(#"["reader","owner",""]"#)
        #expect(roles == [.reader, .unrecognized("owner"), .unrecognized("")])
        #expect(try encode(roles) == #"["reader","owner",""]"#)
        #expect(Role.unrecognized("writer") == .writer)
        #expect(Set([Role.unrecognized("writer"), .writer]).count == 1)
        let levels: [Level] = try decode("[1,2]")
        #expect(levels == [.low, .unrecognized(2)])
        #expect(try encode(levels) == "[1,2]")
        #expect(throws: DecodingError.self) { let _: Role = try decode("7") }
    }
}
