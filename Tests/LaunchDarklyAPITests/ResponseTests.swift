import Foundation
import LaunchDarklyAPI
import MartletTestSupport
import Testing

@Suite("Decoding of responses", .timeLimit(.minutes(1)))
struct ResponseTests {
    @Test("optional properties of a minimal token are nil")
    func minimal() async throws {
        let token = try await token(from: CannedResponse(200, body: Payload.token()))
        #expect(token.id == "70a1b2c3d4e5f60718293a4b")
        #expect(token.creationDate == 1_719_000_000_123)
        #expect(token.links["self"]?.href == "/api/v2/tokens/70a1b2c3d4e5f60718293a4b")
        #expect(token.name == nil && token.role == nil && token.lastUsed == nil && token.member == nil)
    }

    @Test("a complete token survives encoding and decoding")
    func full() async throws {
        let token = try await token(from: CannedResponse(200, body: Payload.full))
        #expect(token.token == Payload.secret)
        #expect(token.member?.firstName == "Ida")
        #expect(token.inlineRole?.map(\.effect) == [.allow, .deny])
        #expect(token.lastUsed == 0)
        #expect(try JSONDecoder().decode(Token.self, from: JSONEncoder().encode(token)) == token)
    }

    /// Unusual but valid members of a token, with an expectation.
    static let tolerated: [(String, @Sendable (Token) -> Bool)] = [
        (#""name":null,"role":null,"lastUsed":null,"customRoleIds":null"#, { $0.name == nil && $0.lastUsed == nil }),
        (#""futureFlag":{"a":[1]},"_site":true"#, { $0.name == nil }),
        (#""role":"superuser""#, { $0.role == "superuser" }),
        (#""inlineRole":[{"effect":"audit"}]"#, { $0.inlineRole?.first?.effect == .unrecognized("audit") }),
        (#""lastUsed":9007199254740993"#, { $0.lastUsed == 9_007_199_254_740_993 }),
        (#""lastUsed":4294967296000"#, { $0.lastUsed == 4_294_967_296_000 }),
        (#""lastUsed":1718000000000.0"#, { $0.lastUsed == 1_718_000_000_000 }),
        (#""name":"","description":"""#, { $0.name == "" && $0.description == "" }),
        (#""name":"Zoë 🔑 \u65e5\u672c \"q\"""#, { $0.name == "Zoë 🔑 日本 \"q\"" }),
        (#""defaultApiVersion":20160426"#, { $0.defaultApiVersion == 20_160_426 }),
    ]

    @Test("deviations that servers commit are tolerated", arguments: tolerated.indices)
    func tolerance(index: Int) async throws {
        let (members, isRight) = Self.tolerated[index]
        let token = try await token(from: CannedResponse(200, body: Payload.token(members)))
        #expect(isRight(token), "\(members)")
    }

    /// Undocumented bodies, with the expected texts of the error.
    static let undecodable: [(String, String)] = [
        (#"{"_id":"a","memberId":"b"}"#, "ownerId"),
        (Payload.token().replacingOccurrences(of: #""70a1b2c3d4e5f60718293a41""#, with: "null"), "memberId"),
        (Payload.token(#""lastUsed":"yesterday""#), "lastUsed"),
        (String(Payload.full.dropLast(20)), "not valid JSON"),
        ("", "empty"),
        ("[]", "not of type"),
    ]

    @Test("a body that is not a token throws an error that keeps the body", arguments: undecodable.indices)
    func decodingErrors(index: Int) async throws {
        // Arguments are printed, and some of these bodies hold a secret.
        let (body, name) = Self.undecodable[index]
        let error = try await failure(from: CannedResponse(200, headers: [("X-Request", "7")], body: body))
        #expect(error.kind == .decoding)
        #expect(error.statusCode == 200)
        #expect(error.headers["x-request"] == "7")
        #expect(error.body == Data(body.utf8))
        #expect(error.message.contains(name))
    }

    @Test("an error in an element names its index in the page")
    func path() async throws {
        let page = #"{"items":[\#(Payload.token()),{"ownerId":"x"}]}"#
        try await withClient(answering: CannedResponse(200, body: page)) { api, _ in
            let error = await #expect(throws: ApiError.self) { _ = try await api.getTokens() }
            #expect(error?.message.contains("items[1]._id") == true)
        }
    }

    @Test("a page may be empty, and may lack all properties", arguments: ["{}", #"{"items":[],"totalCount":0}"#])
    func pages(body: String) async throws {
        try await withClient(answering: CannedResponse(200, body: body)) { api, _ in
            let page = try await api.getTokens()
            #expect(page.items?.isEmpty ?? true)
        }
    }

    @Test("a deletion succeeds without a body, and reports status and headers")
    func deletion() async throws {
        let answer = CannedResponse(204, headers: [("X-Ratelimit-Reset", "1760000000000")])
        try await withClient(answering: answer) { api, _ in
            try await api.deleteToken(id: "t")
            let response = try await api.deleteTokenWithHTTPInfo(id: "t")
            #expect(response.statusCode == 204)
            #expect(response.headers["x-ratelimit-reset"] == "1760000000000")
        }
    }

    @Test("an undocumented success is decoded as the documented one")
    func undocumented() async throws {
        try await withClient(answering: CannedResponse(202, body: Payload.token())) { api, _ in
            let response = try await api.postTokenWithHTTPInfo(accessTokenPost: AccessTokenPost())
            #expect(response.statusCode == 202)
        }
        try await withClient(answering: CannedResponse(204)) { api, _ in
            let error = await #expect(throws: ApiError.self) {
                _ = try await api.postToken(accessTokenPost: AccessTokenPost())
            }
            #expect(error?.kind == .undocumentedStatus)
            #expect(error?.statusCode == 204)
        }
    }

    @Test("JSON is decoded with any of its content types, and without one")
    func contentTypes() async throws {
        for type in ["application/json; charset=utf-8", "application/vnd.launchdarkly+json", nil] {
            _ = try await token(from: CannedResponse(200, body: Payload.token(), contentType: type))
        }
        let error = try await failure(from: CannedResponse(200, body: "<html>", contentType: "text/html"))
        #expect(error.kind == .unexpectedContentType)
    }

    @Test("a truncated response is an error")
    func truncation() async throws {
        let error = try await failure(from: CannedResponse(200, body: Payload.full).truncated(by: 40))
        #expect(error.kind == .transport)
    }
}
