import Foundation
import MartletRuntime
import MartletSupport
import MartletTesting
import Testing

@Suite("Lenient decoding, and quotations in errors")
struct LenientDecodingTests {
    private func decode<Body: Decodable & Sendable>(
        _ json: String,
        as type: Body.Type = Tokens.self,
        _ mode: Configuration.DecodingMode = .lenient
    ) async throws -> ApiResponse<Body> {
        var options = RequestOptions()
        options.decoding = mode
        return try await ApiClient(StubTransport(.json(json))).send(ApiClient.Request(.get, "/"), options: options)
    }

    @Test("invalid elements are left out and reported with their original indices")
    func skipping() async throws {
        let json = """
            {"items": [ {"_id":"a"}, {"name":"b"} ,{"_id":"c"},7, {"_id":"e","tags":["x",1,"y",{"z":[2]}] }, null ,
            {"_id":"g","_links":{"self":{"_id":"h","tags":[[],"ok"]}}} ] }
            """
        let response: ApiResponse<Tokens> = try await decode(json)
        #expect(response.body.items.map(\.id) == ["a", "c", "e", "g"])
        #expect(response.body.items[2].tags == ["x", "y"])
        #expect(response.body.items[3].links?["self"]?.tags == ["ok"])
        #expect(
            response.issues.map(\.message) == [
                #"items[1]._id is missing among "name""#, "items[3] is not of type Dictionary<String, Any>: 7",
                "items[4].tags[1] is not of type String: 1", #"items[4].tags[3] is not of type String: {"z"}"#,
                "items[5] is null", "items[6]._links.self.tags[0] is not of type String: an array of 0",
            ]
        )
        #expect(response.issues.map(\.path).first == "items[1]")
        #expect(response.rawBody == Data(json.utf8))
    }

    @Test("any combination of invalid elements is reported correctly", arguments: 0..<64)
    func places(mask: Int) async throws {
        let elements = (0..<6).map { mask & (1 << $0) == 0 ? "\($0)" : "\"x\($0)\"" }
        let response = try await decode("[\(elements.joined(separator: ","))]", as: [Int].self)
        #expect(response.body == (0..<6).filter { mask & (1 << $0) == 0 })
        #expect(response.issues.map(\.path) == (0..<6).filter { mask & (1 << $0) != 0 }.map { "[\($0)]" })
    }

    @Test("escaped names and brackets in text cause no confusion")
    func tricky() async throws {
        let json = #"{"a\"]":"]}\\","it\u0065ms":[{"_id":"\"]},"},{"_id":7}],"items2":[1]}"#
        let response: ApiResponse<Tokens> = try await decode(json)
        #expect(response.body.items.map(\.id) == ["\"]},"])
        #expect(response.issues.map(\.path) == ["items[1]"])
    }

    @Test("an error outside of arrays is thrown, and so is every error without lenient decoding")
    func faults() async throws {
        for json in [#"{"items":7}"#, "{}", #"{"items":[{"_id":"a"}"#, ""] {
            let error = try await #require(throws: ApiError.self) { try await decode(json) }
            #expect(error.kind == .decoding)
        }
        let error = try await #require(throws: ApiError.self) { try await decode("[1,null]", as: [Int].self, .strict) }
        #expect(error.kind == .decoding)
        #expect(try await decode("[1]", as: [Int].self, .strict).issues.isEmpty)
    }

    @Test("a hundred errors are tolerated, one more is thrown")
    func tooMany() async throws {
        func body(_ count: Int) -> String { "[1,\(Array(repeating: "null", count: count).joined(separator: ","))]" }
        #expect(try await decode(body(100), as: [Int].self).body == [1])
        let error = try await #require(throws: ApiError.self) { try await decode(body(101), as: [Int].self) }
        #expect(error.kind == .decoding)
    }

    @Test("the client's configuration enables lenient decoding")
    func configuration() async throws {
        var configuration = Configuration(server: URL(string: "https://x.example"))
        configuration.transport = StubTransport(.json("[1,null]"))
        configuration.decoding = .lenient
        let response: ApiResponse<[Int]> = try await ApiClient(configuration: configuration)
            .send(ApiClient.Request(.get, "/"), options: .init())
        #expect(response.body == [1])
        #expect(response.issues.map(\.message) == ["[1] is null"])
    }

    @Test("R65 an error never quotes a possible secret, and only little of anything else")
    func secrets() async throws {
        struct Model: Decodable {
            var token: Int?
            var count: Int?
            var id: UUID?
        }
        for (json, shown) in [
            (#"{"token":"s3cret"}"#, nil), (#"{"count":"12"}"#, #""12""#), (#"{"count":["s3cret"]}"#, "an array of 1"),
            (#"{"count":{"a":"s3cret"}}"#, #"{"a"}"#), (#"{"id":"no"}"#, #""no""#),
            (#"{"count":"\#(String(repeating: "x", count: 500))"}"#, "\"" + String(repeating: "x", count: 39) + "…"),
        ] {
            let error = try await #require(throws: ApiError.self) { try await decode(json, as: Model.self, .strict) }
            #expect(!allTexts(of: error).contains("s3cret"), "\(json)")
            if let shown { #expect(error.message.hasSuffix(": \(shown)"), "\(error.message)") }
        }
    }

    /// A sent body, with its expected quotation if `pin` is a secret property.
    static let secretBodies: [(String, String)] = [
        (#"{"pin":90210123}"#, "pin is not of type String"),
        (#"{"pin":"90210123\ud800"}"#, "pin does not match the document"),
        (#"{"pin":{"90210123":1}}"#, "pin is not of type String"),
        (#"{"pins":[{"pin":[90210123]}]}"#, "pins[0].pin is not of type String"),
        (#"{"map":{"pin":{"a":90210123}}}"#, "map.pin.<redacted> is not of type String"),
        (#"{"pin":null}"#, "pin is null"),
        (#"{"id":"x","pin":"90210123"}"#, #"id is not of type Int: "x""#),
        ("90210123", "the body is not of type Dictionary<String, Any>"),
    ]

    @Test("an error at, in or beside a secret property contains no secret", arguments: secretBodies)
    func secretProperties(json: String, sentence: String) async throws {
        let client = ApiClient(
            configuration: try ApiClient(StubTransport(.json(json))).configuration,
            secretProperties: ["pin"]
        )
        let error = try await #require(throws: ApiError.self) {
            let _: ApiResponse<Account> = try await client.send(ApiClient.Request(.get, "/"), options: .init())
        }
        #expect(error.message == "GET / answered 200 with an unexpected body: \(sentence)")
        #expect(!allTexts(of: error).contains("90210123"))
    }

    @Test("a credential in a value is redacted before the value is truncated")
    func cutCredential() async throws {
        let json = #"{"id":"\#(String(repeating: "é", count: 10))\#(secret)"}"#
        let error = try await #require(throws: ApiError.self) {
            let _: ApiResponse<Account> = try await ApiClient(StubTransport(.json(json)))
                .send(ApiClient.Request(.get, "/"), options: .init())
        }
        #expect(error.message.hasSuffix(#": id is not of type Int: "éééééééééé<redacted>""#))
    }

    @Test("values left out by lenient decoding contain neither secret properties nor credentials")
    func secretIssues() async throws {
        var configuration = try ApiClient(
            StubTransport(.json(#"[{"pin":90210123},{"ab\u0063-1":{"n":"\u0061bc-1"}},{"a\u001b[2J":{"n":true}}]"#))
        ).configuration
        configuration.decoding = .lenient
        configuration.headers["Authorization"] = "Bearer abc-1"
        let client = ApiClient(configuration: configuration, secretProperties: ["pin"])
        let response: ApiResponse<[[String: [String: Int]]]> =
            try await client
            .send(ApiClient.Request(.get, "/"), options: .init())
        #expect(
            response.issues.map(\.message) == [
                "[0].pin is not of type Dictionary<String, Any>", "[1].<redacted>.n is not of type Int: \"<redacted>\"",
                "[2].a [2J.n is not of type Int: true",
            ]
        )
    }
}

/// A model with a secret property, and others around it.
private struct Account: Decodable {
    let pin: String

    init(from decoder: any Decoder) throws {
        let object = try ObjectDecoder(decoder)
        let _: Int? = try object.optional("id")
        let _: [Account]? = try object.optionalArray("pins")
        let _: [String: [String: String]]? = try object.optionalDictionary("map")
        pin = try object.required("pin")
    }
}
