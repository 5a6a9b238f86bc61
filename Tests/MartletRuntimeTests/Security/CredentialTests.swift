import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("Credentials", .timeLimit(.minutes(1)))
struct CredentialTests {
    /// A secret with characters that URLs and cookies escape.
    private static let odd = "s3cret/+&=key~\(secret)"

    /// A client with one credential, `key`.
    private func client(
        _ stub: StubTransport,
        _ credential: Credential,
        _ configure: (inout Configuration) -> Void = { _ in }
    ) throws -> ApiClient {
        var configuration = try ApiClient(stub).configuration
        configuration.credentials = ["key": credential]
        configure(&configuration)
        return ApiClient(configuration: configuration)
    }

    private static func request(_ scheme: Credential.Scheme) -> ApiClient.Request {
        ApiClient.Request(.get, "/x", security: [[scheme]])
    }

    // MARK: - Places

    static let places: [(scheme: Credential.Scheme, header: String, value: String)] = [
        (.apiKey("key", header: "X-Key"), "X-Key", "v"), (.apiKey("key", cookie: "session"), "Cookie", "session=v"),
        (.basic("key"), "Authorization", "Basic v"), (.bearer("key"), "Authorization", "Bearer v"),
        (.http("key", scheme: "Hawk"), "Authorization", "Hawk v"),
    ]

    @Test("each scheme uses only its own location", arguments: places.indices)
    func place(index: Int) async throws {
        let row = Self.places[index]
        let stub = StubTransport { _ in .json("{}") }
        _ = try await client(stub, "v").json(Self.request(row.scheme))
        let sent = try #require(stub.requests.first)
        #expect(sent.headers.filter { $0.value.contains("v") }.map(\.name) == [row.header])
        #expect(sent.headers[row.header] == row.value)
        #expect(sent.url.absoluteString == "https://api.example.com/x")
    }

    @Test("a call can send a credential that its operation does not list, other ones, or none")
    func ownSecurity() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = try client(stub, "v") { $0.credentials["other"] = "w" }
        let listed = Self.request(.bearer("key"))
        let key = Credential.Scheme.apiKey("key", header: "X-Key")
        let other = Credential.Scheme.apiKey("other", query: "other")
        let rows: [(request: ApiClient.Request, security: [Credential.Scheme]?, headers: [String?], query: String?)] = [
            (ApiClient.Request(.get, "/x"), nil, [nil, nil], nil),
            (ApiClient.Request(.get, "/x"), [key], ["v", nil], nil),
            (ApiClient.Request(.get, "/x"), [key, other], ["v", nil], "other=w"),
            (listed, nil, [nil, "Bearer v"], nil),
            (listed, [other], [nil, nil], "other=w"), (listed, [], [nil, nil], nil),
        ]
        for row in rows {
            _ = try await client.json(row.request, options: RequestOptions(security: row.security))
            let sent = try #require(stub.requests.last)
            #expect([sent.headers["X-Key"], sent.headers["Authorization"]] == row.headers)
            #expect(sent.url.query(percentEncoded: true) == row.query)
        }
        let missing = RequestOptions(security: [.bearer("none")])
        #expect(try await client.failure(of: listed, options: missing).kind == .missingCredential)
    }

    @Test("a key in the query comes last, percent-encoded, and keeps the other parameters")
    func query() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = try client(stub, "a/+&= é")
        let scheme = Credential.Scheme.apiKey("key", query: "api key")
        _ = try await client.json(Self.request(scheme))
        var request = Self.request(scheme)
        try request.addQuery("q", "1")
        _ = try await client.json(request)
        let key = "api%20key=a%2F%2B%26%3D%20%C3%A9"
        #expect(
            stub.requests.map(\.url.absoluteString)
                == ["?\(key)", "?q=1&\(key)"].map { "https://api.example.com/x\($0)" }
        )
    }

    @Test("a credential cookie is added to the operation's, and cannot contain another one")
    func cookie() async throws {
        let stub = StubTransport { _ in .json("{}") }
        var request = Self.request(.apiKey("key", cookie: "session"))
        try request.addCookie("theme", "dark")
        _ = try await client(stub, "v").json(request)
        #expect(stub.requests.first?.headers.values(of: "Cookie") == ["theme=dark; session=v"])
        let error = try await client(stub, Credential("\(secret); admin=1")).failure(of: request)
        #expect(error.kind == .invalidRequest)
        #expect(!allTexts(of: error).contains(secret))
        #expect(stub.requests.count == 1)
    }

    @Test("user name and password are joined in Base64 (RFC 7617), and an explicit prefix takes precedence")
    func prefixes() async throws {
        let stub = StubTransport { _ in .json("{}") }
        _ = try await client(stub, .basic(username: "Aladdin", password: "open sesame")).json(
            Self.request(.basic("key"))
        )
        _ = try await client(stub, Credential("v", prefix: "Token")).json(Self.request(.bearer("key")))
        _ = try await client(stub, Credential("v", prefix: "")).json(Self.request(.bearer("key")))
        #expect(
            stub.requests.map { $0.headers["Authorization"] } == ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Token v", "v"]
        )
    }

    // MARK: - Secrecy

    static let hidden: [Credential.Scheme] = [
        .apiKey("key", query: "k"), .apiKey("key", cookie: "k"), .apiKey("key", header: "K"), .bearer("key"),
    ]

    @Test("errors, logs and curl commands contain no credential, in any location", arguments: hidden)
    func secrecy(scheme: Credential.Scheme) async throws {
        let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        let encoded = try #require(Self.odd.addingPercentEncoding(withAllowedCharacters: unreserved))
        let log = Log()
        for answer in [
            HTTPResponse(statusCode: 500, body: Data("\(Self.odd) \(encoded)".utf8)),
            HTTPResponse(statusCode: 302, headers: ["Location": "/?k=\(Self.odd)"]),
            .json(#"{"a":"\#(Self.odd)"#),
        ] {
            let stub = StubTransport(answer)
            let client = try client(stub, Credential(Self.odd)) {
                $0.log = { log.add(allTexts(of: $0) + $0.request.curl()) }
            }
            let error = try await client.failure(of: Self.request(scheme))
            let texts = allTexts(of: error) + (error.curl() ?? "")
            for part in [secret, "s3cret"] { #expect(!texts.contains(part), "\(scheme)") }
            // The request was sent nevertheless.
            let sent = try #require(stub.requests.first)
            #expect("\(sent.url.absoluteString) \(sent.headers.map(\.value))".contains(secret))
            #expect(!allTexts(of: sent).contains(secret))
            #expect(!sent.curl().contains(secret))
        }
        #expect(log.lines.count >= 6)
        #expect(!log.lines.joined().contains("s3cret"))
    }

    @Test("a returned password is redacted, although it was sent in Base64")
    func password() async throws {
        let stub = StubTransport(HTTPResponse(statusCode: 401, body: Data("no user ada with \(secret)".utf8)))
        let client = try client(stub, .basic(username: "ada", password: secret))
        let error = try await client.failure(of: Self.request(.basic("key")))
        #expect(error.message == "GET /x answered 401: no user ada with <redacted>")
        #expect(!allTexts(of: Credential.basic(username: "ada", password: secret)).contains(secret))
    }

    @Test("a transport's error is reported without the credential")
    func transportError() async throws {
        struct Failure: LocalizedError {
            let errorDescription: String?
        }
        let stub = StubTransport { request in
            throw Failure(errorDescription: "no connection to \(request.url.absoluteString)")
        }
        let error = try await client(stub, Credential(Self.odd)).failure(of: Self.request(.apiKey("key", query: "k")))
        #expect(error.kind == .transport)
        #expect(error.message.contains("no connection to https://api.example.com/x?k=<redacted>"))
        #expect(!allTexts(of: error).contains(secret))
    }

    // MARK: - Providers

    private struct NoKeychain: LocalizedError {
        var errorDescription: String? { "the keychain is locked, \(secret)" }
    }

    @Test("a provider is called before each attempt that needs it, and only then")
    func provider() async throws {
        let stub = StubTransport([200, 503, 503])
        let count = Counter()
        let time = TestClock()
        let client = time.client(stub) { $0.credentials = ["key": Credential { "v\(count.next())" }] }
        _ = try await client.json(ApiClient.Request(.get, "/open"))
        #expect(count.value == 0)
        _ = try await client.json(Self.request(.bearer("key")))
        _ = try await client.json(Self.request(.bearer("key")))
        #expect(
            stub.requests.map { $0.headers["Authorization"] } == [
                nil, "Bearer v0", "Bearer v1", "Bearer v2", "Bearer v3",
            ])
    }

    @Test("a provider's error is the cause of an error that names the scheme, and nothing is sent")
    func failingProvider() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let error = try await client(stub, Credential { throw NoKeychain() }).failure(of: Self.request(.bearer("key")))
        #expect(error.kind == .credentialUnavailable)
        #expect(error.message == "GET /x needs a credential for key, which is unavailable")
        #expect(error.delivery == .notSent)
        #expect(error.underlying is NoKeychain)
        // Its text may contain anything.
        #expect(!allTexts(of: error).contains(secret))
        #expect(stub.requests.isEmpty)
    }

    @Test("a provider's cancellation is rethrown")
    func cancelledProvider() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = try client(stub, Credential { throw CancellationError() })
        await #expect(throws: CancellationError.self) { try await client.json(Self.request(.bearer("key"))) }
        #expect(stub.requests.isEmpty)
    }

    @Test(
        "a provider's value is validated like any other",
        arguments: ["a\r\nX-Evil: 1", "a\0", "a\n"]
    )
    func unusableProvided(value: String) async throws {
        let stub = StubTransport { _ in .json("{}") }
        let error = try await client(stub, Credential { secret + value }).failure(of: Self.request(.bearer("key")))
        #expect(error.kind == .invalidRequest)
        #expect(!allTexts(of: error).contains(secret))
        #expect(stub.requests.isEmpty)
    }

    @Test("a client certificate belongs to the transport, and adds nothing to the request")
    func certificate() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let request = ApiClient.Request(.get, "/x", security: [[.mutualTLS("certificate"), .bearer("key")]])
        _ = try await client(stub, "v").json(request)
        _ = try await client(stub, "v").json(Self.request(.mutualTLS("certificate")))
        #expect(stub.requests.map { $0.headers["Authorization"] } == ["Bearer v", nil])
    }

    @Test("if no alternative is complete, all are named")
    func missing() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let request = ApiClient.Request(
            .get, "/x", security: [[.bearer("a"), .apiKey("b", query: "b")], [.basic("c")]])
        let error = try await client(stub, "v").failure(of: request)
        #expect(error.kind == .missingCredential)
        #expect(error.message == "GET /x needs a credential for a and b, or c")
        #expect(stub.requests.isEmpty)
    }
}
