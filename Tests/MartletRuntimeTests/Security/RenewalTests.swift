import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

@Suite("Renewed credentials and credentials from middleware", .timeLimit(.minutes(1)))
struct RenewalTests {
    private static let request = ApiClient.Request(.post, "/x", security: [[.bearer("key")]])

    /// A server that accepts one token, and answers 401 to all others.
    private func server(taking token: String) -> StubTransport {
        StubTransport { request in
            request.headers["Authorization"] == "Bearer \(token)" ? .json("{}") : HTTPResponse(statusCode: 401)
        }
    }

    private func authorizations(_ stub: StubTransport) -> [String?] {
        stub.requests.map { $0.headers["Authorization"] }
    }

    // MARK: - Renewal

    @Test("a rejected secret is renewed once, and the request is sent again regardless of the retry policy")
    func renewal() async throws {
        let source = RotatingSecret()
        let stub = server(taking: "t1")
        let client = TestClock().client(stub) {
            $0.credentials["key"] = source.credential
            $0.retry = .never
        }
        let body = RequestOptions(body: Data("[]".utf8))
        _ = try await client.json(Self.request, options: body)
        #expect(authorizations(stub) == ["Bearer t0", "Bearer t1"])
        #expect(stub.requests.map { $0.body?.data } == [Data("[]".utf8), Data("[]".utf8)])
        #expect(source.refused == ["t0"])
        _ = try await client.stream(Self.request, options: body)
        #expect(authorizations(stub).last == "Bearer t1")
    }

    @Test("a renewed secret that is rejected too results in status 401, and neither appears in the error")
    func refusedTwice() async throws {
        let source = RotatingSecret(prefix: secret)
        let stub = StubTransport { request in
            HTTPResponse(statusCode: 401, body: Data("no \(request.headers["Authorization"] ?? "")".utf8))
        }
        let client = TestClock().client(stub) { $0.credentials["key"] = source.credential }
        let error = try await client.failure(of: Self.request)
        #expect(error.statusCode == 401)
        #expect(error.attempts == 2)
        #expect(stub.requests.count == 2)
        #expect(!allTexts(of: error).contains(secret))
    }

    @Test("a secret that cannot be renewed is not sent again")
    func notRenewable() async throws {
        for credential in [Credential("t0"), Credential { "t0" }] {
            let stub = server(taking: "t1")
            let client = TestClock().client(stub) { $0.credentials["key"] = credential }
            #expect(try await client.failure(of: Self.request).statusCode == 401)
            #expect(stub.requests.count == 1)
        }
    }

    @Test("concurrent calls with a rejected secret share one renewal, and a late one keeps the newer secret")
    func concurrent() async throws {
        let count = Counter()
        let endpoint = StubTransport { _ in .json(#"{"access_token":"t\#(count.next())"}"#) }
        let tokens = OAuthTokens(
            clientCredentials: OAuthTokens.Client(tokenURL: URL(string: "https://login.example.com/"), clientID: "ci"),
            transport: endpoint
        )
        let gate = Gate()
        let stub = StubTransport { request in
            if request.headers["Authorization"] == "Bearer t1" { return .json("{}") }
            if request.url.path == "/late" { await gate.wait() }
            return HTTPResponse(statusCode: 401)
        }
        let client = TestClock().client(stub) { $0.credentials["key"] = tokens.credential }
        let late = Task { try await client.json(ApiClient.Request(.get, "/late", security: [[.bearer("key")]])) }
        await gate.reached()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await client.json(Self.request) } }
            try await group.waitForAll()
        }
        gate.open()
        _ = try await late.value
        #expect(endpoint.requests.count == 2)
    }

    // MARK: - Time

    @Test("a slow provider ends the call with a timeout, and nothing is sent")
    func slowSource() async throws {
        let stub = server(taking: "t0")
        var configuration = TestClock().client(stub).configuration
        configuration.timeout = .milliseconds(50)
        configuration.credentials["key"] = Credential {
            // Ignores cancellation.
            await withCheckedContinuation { continuation in
                DispatchQueue.global().asyncAfter(deadline: .now() + 5) { continuation.resume() }
            }
            return "t0"
        }
        let error = try await ApiClient(configuration: configuration).failure(of: Self.request)
        #expect(error.kind == .timeout)
        #expect(error.delivery == .notSent)
        #expect(stub.requests.isEmpty)
    }

    @Test("the time for the provider counts towards the attempt")
    func countedTime() async throws {
        let time = TestClock()
        let stub = server(taking: "t0")
        let client = time.client(stub) {
            $0.credentials["key"] = Credential {
                time.advance(by: .seconds(20))
                return "t0"
            }
        }
        _ = try await client.json(Self.request)
        #expect(stub.requests.map(\.timeout) == [.seconds(40)])
    }

    // MARK: - From elsewhere

    @Test("a header in the configuration satisfies a requirement, and is redacted")
    func configuredHeader() async throws {
        for (scheme, name) in [
            (Credential.Scheme.bearer("none"), "Authorization"), (.apiKey("none", header: "X-Key"), "X-Key"),
        ] {
            let stub = StubTransport { _ in HTTPResponse(statusCode: 400, body: Data(secret.utf8)) }
            let client = TestClock().client(stub) {
                $0.headers[name] = secret
                $0.middleware = [
                    Middleware { request, next in
                        #expect(request.headers[name] == nil)
                        return try await next(request)
                    }
                ]
            }
            let error = try await client.failure(of: ApiClient.Request(.get, "/x", security: [[scheme]]))
            #expect(stub.requests.map { $0.headers[name] } == [secret])
            #expect(!allTexts(of: error).contains(secret))
            #expect(error.curl()?.contains("\(name): <redacted>") == true)
            #expect(error.curl()?.contains(secret) == false)
        }
    }

    @Test("a header that satisfies no requirement is sent anyway")
    func otherHeader() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = TestClock().client(stub) {
            $0.headers["X-Key"] = "x"
            $0.credentials["key"] = "t"
        }
        let security: [[Credential.Scheme]] = [[.bearer("key")], [.apiKey("other", header: "X-Key")]]
        _ = try await client.json(ApiClient.Request(.get, "/x", security: security))
        #expect(stub.requests.map { $0.headers["X-Key"] } == ["x"])
        #expect(authorizations(stub) == ["Bearer t"])
    }

    @Test("attempt middleware sees each request with its credentials, and may sign it")
    func signing() async throws {
        let count = Counter()
        let signing = Middleware { request, next in
            var request = request
            let seen = request.headers["Authorization"] ?? "none"
            request.headers["Authorization"] = "Signature \(count.next()) of \(seen)"
            return try await next(request)
        }
        for credential in [Credential("t"), nil] {
            let stub = StubTransport([503])
            let client = TestClock().client(stub) {
                $0.credentials["key"] = credential
                $0.attemptMiddleware = [signing]
            }
            _ = try await client.json(ApiClient.Request(.get, "/x", security: [[.bearer("key")]]))
            let seen = credential == nil ? "none" : "Bearer t"
            let numbers = credential == nil ? [2, 3] : [0, 1]
            #expect(authorizations(stub) == numbers.map { "Signature \($0) of \(seen)" })
        }
    }

    @Test("a credential added by attempt middleware is redacted, also without its prefix")
    func hiddenSignature() async throws {
        let stub = StubTransport { _ in HTTPResponse(statusCode: 400, body: Data("bad: \(secret)".utf8)) }
        let signing = Middleware { request, next in
            var request = request
            request.headers["Authorization"] = "Signature \(secret)"
            return try await next(request)
        }
        let clients = [
            TestClock().client(stub) {
                $0.credentials = [:]
                $0.attemptMiddleware = [signing]
            },
            TestClock().client(stub) {
                $0.credentials = [:]
                $0.headers["Authorization"] = "Bearer \(secret)"
            },
        ]
        for client in clients {
            let error = try await client.failure(of: Self.request)
            #expect(error.message == "POST /x answered 400: bad: <redacted>")
            #expect(!allTexts(of: error).contains(secret))
        }
    }

    @Test("a requirement that nothing satisfies is an error, and nothing is sent")
    func unsigned() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = TestClock().client(stub) { $0.attemptMiddleware = [Middleware { try await $1($0) }] }
        let error = try await client.failure(of: Self.request)
        #expect(error.kind == .missingCredential)
        #expect(error.message == "POST /x needs a credential for key")
        #expect(stub.requests.isEmpty)
    }

    @Test("attempt middleware cannot send credentials to another origin")
    func elsewhere() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let client = TestClock().client(stub) {
            $0.credentials["key"] = "t"
            $0.attemptMiddleware = [
                Middleware { request, next in
                    var request = request
                    request.url = try #require(URL(string: "https://evil.example/x"))
                    return try await next(request)
                }
            ]
        }
        #expect(try await client.failure(of: Self.request).kind == .invalidRequest)
        #expect(stub.requests.isEmpty)
    }

    // MARK: - Redirects

    @Test("a followed redirect keeps a credential in the query")
    func redirect() async throws {
        let stub = StubTransport { request in
            if request.url.path == "/y" { return .json("{}") }
            return HTTPResponse(statusCode: 302, headers: ["Location": "/y?page=2&k=stale"])
        }
        let client = TestClock().client(stub) {
            $0.credentials["key"] = "a&b"
            $0.redirects = .sameOrigin(limit: 3)
        }
        _ = try await client.json(ApiClient.Request(.get, "/x", security: [[.apiKey("key", query: "k")]]))
        #expect(
            stub.requests.map(\.url.absoluteString)
                == ["https://api.example.com/x?k=a%26b", "https://api.example.com/y?page=2&k=a%26b"]
        )
    }
}

/// A secret that is replaced when it is rejected.
private final class RotatingSecret: @unchecked Sendable {
    private let lock = NSLock()
    private let prefix: String
    private var number = 0
    private var told: [String] = []

    init(prefix: String = "t") { self.prefix = prefix }

    var refused: [String] { lock.withLock { told } }

    var credential: Credential {
        Credential {
            self.lock.withLock { "\(self.prefix)\(self.number)" }
        } invalidate: { failed in
            self.lock.withLock {
                self.told.append(failed)
                if failed == "\(self.prefix)\(self.number)" { self.number += 1 }
            }
        }
    }
}
