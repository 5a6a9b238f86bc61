import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

extension OAuthTokensTests {
    @Test("an unreachable token endpoint is an outage, not a missing credential, and calls are retried")
    func outage() async throws {
        let stub = StubTransport { _ in .json("{}") }
        let count = Counter()
        let endpoint = StubTransport { _ in
            if count.next() < 9 { throw ApiError(.transport, "down", delivery: .notSent) }
            return .json(#"{"access_token":"t"}"#)
        }
        let time = TestClock()
        let client = time.client(stub) { $0.credentials["oauth"] = tokens(endpoint, time: time).credential }
        let request = ApiClient.Request(.post, "/x", security: [[.bearer("oauth")]])
        let error = try await client.failure(of: request, options: RequestOptions(retry: .never))
        #expect(error.kind == .transport)
        #expect(error.delivery == .notSent)
        #expect(error.message.hasPrefix("POST /x needs a credential for oauth, which is unavailable: "))
        #expect(error.message.contains("POST /token failed: down"))
        #expect(error.underlying is ApiError)
        #expect(stub.requests.isEmpty)
        _ = try await client.json(request)
        #expect(stub.requests.map { $0.headers["Authorization"] } == ["Bearer t"])
    }

    @Test("a failure is not cached")
    func failureNotKept() async throws {
        let stub = StubTransport(
            .json(#"{"error":"invalid_client"}"#, statusCode: 401),
            .json(#"{"access_token":"t"}"#)
        )
        let tokens = tokens(stub)
        await #expect(throws: ApiError.self) { try await tokens.accessToken() }
        #expect(try await tokens.accessToken() == "t")
    }

    @Test("a response without a token is an error", arguments: ["{}", "[]", #"{"access_token":null}"#, "hello"])
    func noToken(answer: String) async throws {
        let error = try await #require(throws: ApiError.self) {
            _ = try await tokens(StubTransport(.json(answer))).accessToken()
        }
        #expect(error.kind == .decoding)
    }

    @Test("the server's error description is reported, without returned secrets")
    func failure() async throws {
        let refresh = "refresh-\(secret)"
        let basic = Data("ci:\(secret)".utf8).base64EncodedString()
        let echo = #"{"error":"invalid_client","error_description":"\#(secret) \#(refresh) \#(basic)"}"#
        for authentication in [OAuthTokens.Client.Authentication.header, .form] {
            let tokens = tokens(
                StubTransport(.json(echo, statusCode: 401)),
                refreshToken: refresh,
                authentication: authentication
            )
            let error = try await #require(throws: ApiError.self) { _ = try await tokens.accessToken() }
            #expect(error.statusCode == 401)
            #expect(error.message.contains("invalid_client"))
            let texts = allTexts(of: error)
            #expect(!texts.contains(secret) && !texts.contains(refresh))
            if authentication == .header { #expect(!texts.contains(basic)) }
        }
    }

    @Test("descriptions of tokens and their clients contain no secret")
    func redaction() async throws {
        let tokens = tokens(Self.numbering(), refreshToken: "refresh-\(secret)", fields: ["password": secret])
        _ = try await tokens.accessToken()
        let client = OAuthTokens.Client(
            tokenURL: Self.endpoint,
            clientID: "ci",
            clientSecret: secret,
            fields: ["p": secret]
        )
        for value in [client, tokens, tokens.credential] as [Any] {
            let texts = allTexts(of: value)
            #expect(!texts.contains(secret), "\(type(of: value))")
            #expect(!texts.contains("\"t0\"") && !texts.contains(": t0"))
        }
        #expect("\(tokens)" == "OAuthTokens(tokenURL: https://login.example.com/token, clientID: ci)")
    }

    @Test(
        "a missing or unencrypted token endpoint is rejected before anything is sent",
        arguments: ["http://login.example.com/token", "ftp://login.example.com", nil]
    )
    func refused(url: String?) async throws {
        let stub = Self.numbering()
        let error = try await #require(throws: ApiError.self) {
            _ = try await tokens(stub, url: url.flatMap { URL(string: $0) }).accessToken()
        }
        #expect(error.kind == .invalidRequest)
        #expect(!allTexts(of: error).contains(secret))
        #expect(stub.requests.isEmpty)
    }

    @Test("a token endpoint on a loopback address may use plain HTTP")
    func loopback() async throws {
        let stub = Self.numbering()
        #expect(try await tokens(stub, url: URL(string: "http://localhost:8080/token")).accessToken() == "t0")
    }

    @Test("a token endpoint with plain HTTP is used if the settings allow it, with credentials")
    func plainEndpoint() async throws {
        let url = URL(string: "http://login.internal/token")
        let rows: [(policy: Configuration.InsecureHTTP, isSent: Bool)] = [
            (.never, false), (.always, false), (.hosts(["login.internal"]), false),
            (.hosts(["other.internal"]).includingCredentials, false),
            (.hosts(["login.internal"]).includingCredentials, true), (.always.includingCredentials, true),
        ]
        for row in rows {
            for authentication in [OAuthTokens.Client.Authentication.header, .form] {
                let stub = Self.numbering()
                let tokens = OAuthTokens(
                    clientCredentials: OAuthTokens.Client(
                        tokenURL: url, clientID: "ci", clientSecret: secret, authentication: authentication,
                        allowsInsecureHTTP: row.policy),
                    transport: stub
                )
                if row.isSent {
                    #expect(try await tokens.accessToken() == "t0")
                } else {
                    let error = await #expect(throws: ApiError.self) { try await tokens.accessToken() }
                    #expect(error?.kind == .invalidRequest && error?.message.contains("allowsInsecureHTTP") ?? false)
                }
                #expect(stub.requests.count == (row.isSent ? 1 : 0))
            }
        }
    }
}
