import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("OAuth 2 tokens", .timeLimit(.minutes(1)))
struct OAuthTokensTests {
    static let endpoint = URL(string: "https://login.example.com/token")

    /// Tokens for a client, from a stub.
    func tokens(
        _ stub: StubTransport,
        url: URL? = endpoint,
        id: String = "ci",
        refreshToken: String? = nil,
        authentication: OAuthTokens.Client.Authentication = .header,
        clientSecret: String? = secret,
        scopes: [String] = [],
        fields: [String: String] = [:],
        time: TestClock = TestClock()
    ) -> OAuthTokens {
        OAuthTokens(
            OAuthTokens.Client(
                tokenURL: url,
                clientID: id,
                clientSecret: clientSecret,
                scopes: scopes,
                authentication: authentication,
                fields: fields
            ),
            refreshToken: refreshToken,
            transport: stub,
            environment: time.environment
        )
    }

    /// A token endpoint that answers with `t0`, `t1` and so on.
    static func numbering(lifetime: String? = "3600", refresh: Bool = false) -> StubTransport {
        let count = Counter()
        return StubTransport { _ in
            let number = count.next()
            let end = lifetime.map { #","expires_in":\#($0)"# } ?? ""
            let next = refresh ? #","refresh_token":"r\#(number)""# : ""
            return .json(#"{"access_token":"t\#(number)","token_type":"bearer"\#(end)\#(next)}"#)
        }
    }

    static func form(_ request: HTTPRequest?) -> [String] {
        String(decoding: request?.body?.data ?? Data(), as: UTF8.self).split(separator: "&").map(String.init).sorted()
    }

    // MARK: - Requests

    @Test(
        "the client authenticates in the header, percent-encoded, and requests its scopes (RFC 6749, 2.3.1, 4.4.2)"
    )
    func clientCredentials() async throws {
        let stub = Self.numbering()
        let tokens = tokens(
            stub,
            id: "c i:1",
            clientSecret: "s:e&c",
            scopes: ["read", "write"],
            fields: ["audience": "https://a.example"]
        )
        #expect(try await tokens.accessToken() == "t0")
        let request = try #require(stub.requests.first)
        #expect(request.method == .post)
        #expect(request.url == Self.endpoint)
        #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
        #expect(request.headers["Authorization"] == "Basic " + Data("c+i%3A1:s%3Ae%26c".utf8).base64EncodedString())
        #expect(
            Self.form(request) == [
                "audience=https%3A%2F%2Fa.example", "grant_type=client_credentials", "scope=read+write",
            ]
        )
    }

    @Test("the client can authenticate in the form, and a public client sends only its ID")
    func authenticationInForm() async throws {
        let stub = Self.numbering()
        _ = try await tokens(stub, authentication: .form, clientSecret: "s&").accessToken()
        #expect(Self.form(stub.requests[0]) == ["client_id=ci", "client_secret=s%26", "grant_type=client_credentials"])
        _ = try await tokens(stub, clientSecret: nil).accessToken()
        #expect(Self.form(stub.requests[1]) == ["client_id=ci", "grant_type=client_credentials"])
        #expect(stub.requests.allSatisfy { $0.headers["Authorization"] == nil })
    }

    @Test("a refresh token is used, and then the one that replaces it (RFC 6749, section 6)")
    func refreshToken() async throws {
        let time = TestClock()
        let stub = Self.numbering(refresh: true)
        let tokens = tokens(stub, refreshToken: "r", time: time)
        for _ in 0..<3 {
            _ = try await tokens.accessToken()
            time.advance(by: .seconds(3600))
        }
        let sent = stub.requests.map { Self.form($0) }
        #expect(sent == ["r", "r0", "r1"].map { ["grant_type=refresh_token", "refresh_token=\($0)"] })
    }

    @Test("a refresh token that is not replaced is used again")
    func sameRefreshToken() async throws {
        let stub = Self.numbering(lifetime: "0")
        let tokens = tokens(stub, refreshToken: "r")
        for _ in 0..<2 { _ = try await tokens.accessToken() }
        #expect(stub.requests.map { Self.form($0) }.allSatisfy { $0.contains("refresh_token=r") })
        #expect(stub.requests.count == 2)
    }

    // MARK: - Lifetimes

    /// The lifetime that the server states, the time that passes, and whether the token is still used then.
    static let lifetimes: [(lifetime: String?, passed: Duration, holds: Bool)] = [
        ("3600", .seconds(3569), true), ("3600", .seconds(3571), false), ("31", .zero, true), ("30", .zero, false),
        ("0", .zero, false), ("-5", .zero, false), ("59.5", .seconds(29), true), ("59.5", .seconds(30), false),
        ("1e300", .seconds(31_535_000), true), ("1e300", .seconds(31_536_000), false), (nil, .seconds(299), true),
        (nil, .seconds(301), false), (#""3600""#, .seconds(3569), true), (#""3600""#, .seconds(3571), false),
        (#""soon""#, .seconds(299), true), (#""nan""#, .seconds(299), true), (#""inf""#, .seconds(301), false),
        ("[]", .seconds(301), false),
    ]

    @Test(
        "a token is used until half a minute before it expires",
        arguments: lifetimes.indices
    )
    func lifetime(index: Int) async throws {
        let row = Self.lifetimes[index]
        let time = TestClock()
        let stub = Self.numbering(lifetime: row.lifetime)
        let tokens = tokens(stub, time: time)
        #expect(try await tokens.accessToken() == "t0")
        time.advance(by: row.passed)
        #expect(try await tokens.accessToken() == (row.holds ? "t0" : "t1"))
        #expect(stub.requests.count == (row.holds ? 1 : 2))
    }

    @Test("an invalidated token is not used again")
    func invalidated() async throws {
        let tokens = tokens(Self.numbering())
        #expect(try await tokens.accessToken() == "t0")
        await tokens.invalidate("t0")
        #expect(try await tokens.accessToken() == "t1")
        // A late caller reports the previous secret.
        await tokens.invalidate("t0")
        #expect(try await tokens.accessToken() == "t1")
    }

    // MARK: - Concurrency

    @Test("concurrent calls that need a token share one request")
    func shared() async throws {
        let gate = Gate()
        let stub = StubTransport { _ in
            await gate.wait()
            return .json(#"{"access_token":"t"}"#)
        }
        let tokens = tokens(stub)
        let values = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try await tokens.credential.token() } }
            await gate.reached()
            gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == Array(repeating: "t", count: 20))
        #expect(stub.requests.count == 1)
    }

    @Test("a cancelled caller returns at once, and the others receive the token")
    func cancelled() async throws {
        let gate = Gate()
        let stub = StubTransport { _ in
            await gate.wait()
            return .json(#"{"access_token":"t","refresh_token":"r1"}"#)
        }
        let tokens = tokens(stub, refreshToken: "r0")
        let first = Task { try await tokens.accessToken() }
        await gate.reached()
        let second = Task { try await tokens.accessToken() }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        gate.open()
        #expect(try await second.value == "t")
        #expect(stub.requests.count == 1)
    }

    @Test("a call cancelled while it waits for a token throws CancellationError and sends nothing")
    func cancelledCall() async throws {
        let gate = Gate()
        let endpoint = StubTransport { _ in
            await gate.wait()
            return .json(#"{"access_token":"t"}"#)
        }
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        configuration.credentials["ApiKey"] = tokens(endpoint).credential
        let client = ApiClient(configuration: configuration)
        let call = Task { try await client.json(.list) }
        await gate.reached()
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        gate.open()
        #expect(stub.requests.isEmpty)
    }

    // MARK: - Refresh tokens that change

    @Test("a new refresh token can be saved before its access token is used")
    func onChange() async throws {
        let saved = Saved()
        let tokens = OAuthTokens(
            refreshToken: "r",
            client: OAuthTokens.Client(tokenURL: Self.endpoint, clientID: "ci"),
            transport: StubTransport(
                .json(#"{"access_token":"t","refresh_token":"r1","expires_in":0}"#),
                .json(#"{"access_token":"t","refresh_token":"r1","expires_in":0}"#), .json(#"{"access_token":"t"}"#)
            ),
            onChange: { saved.add($0) }
        )
        #expect(await tokens.refreshToken == "r")
        for _ in 0..<3 {
            _ = try await tokens.accessToken()
            #expect(saved.all == ["r1"])
        }
        #expect(await tokens.refreshToken == "r1")
    }

    @Test(
        "path and query of the endpoint are kept",
        arguments: [
            "https://login.example.com/token/", "https://login.example.com/a%2Fb/token?api-version=1&x=%20",
            "https://login.example.com",
        ]
    )
    func endpoints(url: String) async throws {
        let stub = Self.numbering()
        _ = try await tokens(stub, url: URL(string: url)).accessToken()
        #expect(stub.requests.map(\.url.absoluteString) == [url])
    }

    // MARK: - In calls

    @Test("a call gets its token from the source, and fails before sending if there is none")
    func inCalls() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let endpoint = StubTransport(.json(#"{"access_token":"t"}"#), .json(#"{"error":"no"}"#, statusCode: 400))
        let tokens = tokens(endpoint)
        var configuration = try ApiClient(stub).configuration
        configuration.credentials = ["oauth": tokens.credential]
        let client = ApiClient(configuration: configuration)
        let request = ApiClient.Request(.get, "/x", security: [[.bearer("oauth")]])
        _ = try await client.json(request)
        #expect(stub.requests.map { $0.headers["Authorization"] } == ["Bearer t"])
        await tokens.invalidate("t")
        let error = try await client.failure(of: request)
        #expect(error.kind == .credentialUnavailable)
        #expect(
            error.message
                == #"GET /x needs a credential for oauth, which is unavailable: POST /token answered 400: {"error":"no"}"#
        )
        #expect(error.statusCode == nil)
        #expect((error.underlying as? ApiError)?.statusCode == 400)
        #expect(stub.requests.count == 1)
    }
}

extension Credential {
    /// The token that a call would send.
    func token() async throws -> String {
        let stub = StubTransport { _ in .json("{}") }
        var configuration = try ApiClient(stub).configuration
        configuration.credentials["ApiKey"] = self
        _ = try await ApiClient(configuration: configuration).json(.list)
        return stub.requests.first?.headers["Authorization"] ?? ""
    }
}

/// Refresh tokens that have been saved.
private final class Saved: @unchecked Sendable {
    private let lock = NSLock()
    private var tokens: [String] = []

    var all: [String] { lock.withLock { tokens } }

    func add(_ token: String) { lock.withLock { tokens.append(token) } }
}
