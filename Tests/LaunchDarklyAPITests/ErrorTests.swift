import Foundation
import LaunchDarklyAPI
import MartletTestSupport
import Testing

@Suite("Errors", .timeLimit(.minutes(1)))
struct ErrorTests {
    /// The documented failures of each operation.
    static let documented: [(Call, [Int])] = [
        (.getTokens, [401, 403, 429]),
        (.postToken, [400, 401, 403, 429]),
        (.getToken, [401, 403, 404, 429]),
        (.patchToken, [400, 401, 403, 404, 409, 422, 429]),
        (.deleteToken, [401, 403, 404, 429]),
        (.resetToken, [401, 403, 404, 429]),
    ]

    @Test("every documented error of every operation has its model", arguments: documented)
    func models(call: Call, statuses: [Int]) async throws {
        for status in statuses {
            try await withClient(answering: CannedResponse(status, body: Payload.error("code_\(status)"))) { api, _ in
                let error = try await #require(throws: ApiError.self) { try await call.run(api) }
                #expect(error.kind == .status)
                #expect(error.statusCode == status)
                #expect(Self.code(error, status) == "code_\(status)")
            }
        }
    }

    /// The code in the documented model for the status.
    private static func code(_ error: ApiError, _ status: Int) -> String? {
        switch status {
        case 400: error.decoded(InvalidRequestErrorRep.self)?.code
        case 401: error.decoded(UnauthorizedErrorRep.self)?.code
        case 403: error.decoded(ForbiddenErrorRep.self)?.code
        case 404: error.decoded(NotFoundErrorRep.self)?.code
        case 409: error.decoded(StatusConflictErrorRep.self)?.code
        case 422: error.decoded(PatchFailedErrorRep.self)?.code
        default: error.decoded(RateLimitedErrorRep.self)?.code
        }
    }

    @Test("an error with another body, or without one, is still an ApiError")
    func otherBodies() async throws {
        let bodies: [(Int, String, String?)] = [
            (401, "", nil), (502, "<html>bad gateway</html>", "text/html"), (503, "busy", "text/plain"), (504, "", nil),
            (405, Payload.error("method_not_allowed"), "application/json"), (404, "[1]", "application/json"),
            (404, #"{"code":7,"message":"m"}"#, "application/json"),
            (400, #"{"title":"no"}"#, "application/problem+json"),
        ]
        for (status, body, type) in bodies {
            let error = try await failure(from: CannedResponse(status, body: body, contentType: type))
            #expect(error.statusCode == status)
            #expect(error.body == Data(body.utf8))
        }
    }

    @Test("an operation's failure type has a case for each documented failure and one for all others")
    func typedFailures() async throws {
        let notFound = try await failure(from: CannedResponse(404, body: Payload.error("gone")))
        guard case .notFound(let body) = AccessTokensApi.GetTokenFailure(notFound) else {
            Issue.record("\(AccessTokensApi.GetTokenFailure(notFound))")
            return
        }
        #expect(body.code == "gone")
        #expect(AccessTokensApi.GetTokensFailure(notFound) == .other)
        for response in [CannedResponse(404, body: "[1]"), CannedResponse(409, body: Payload.error("other"))] {
            #expect(AccessTokensApi.GetTokenFailure(try await failure(from: response)) == .other)
        }
        #expect(AccessTokensApi.GetTokenFailure(ApiError(.timeout, "late")) == .other)
    }

    @Test("errors can be caught by kind, and bridge to NSError with a code and two texts")
    func kinds() async throws {
        do {
            throw ApiError(.timeout, "no complete response within 60.0 seconds")
        } catch ApiError.Kind.status {
            Issue.record("a timeout is no status")
        } catch ApiError.Kind.timeout {
            // The correct spelling.
        }
        let error = try await failure(from: CannedResponse(404, body: Payload.error("gone")))
        let bridged = error as NSError
        #expect(bridged.domain == "MartletRuntime.ApiError" && bridged.code == ApiError.Kind.status.code)
        #expect(error.localizedDescription == "This does not exist.")
        #expect(bridged.userInfo["NSDebugDescription"] as? String == error.message)
        #expect("\(error)" == error.message && error.message.contains("404") && "\(error.kind)" == "status")
    }

    @Test("models with a required scalar id are Identifiable, and with(_:) returns a changed client")
    func conveniences() {
        func identity<Model: Identifiable>(_ model: Model) -> Model.ID { model.id }
        #expect(identity(MemberSummary(links: [:], id: "m", role: "r", email: "e")) == "m")
        let client = LaunchDarklyClient(apiKey: key).with { $0.timeout = .seconds(3) }
        #expect(client.apiClient.configuration.timeout == .seconds(3))
    }

    @Test("undocumented parts of an error are available as JSONValue")
    func freeJSON() async throws {
        let body = #"{"message":"no code","id":"support-7","access":{"action":"createAccessToken"}}"#
        let error = try await failure(from: CannedResponse(400, body: body))
        #expect(error.decoded(InvalidRequestErrorRep.self) == nil)
        let json = try #require(error.decoded(JSONValue.self))
        #expect(json["id"] == "support-7")
        #expect(json["access"]?["action"] == "createAccessToken")
    }

    @Test("rate limit headers are found regardless of case")
    func rateLimit() async throws {
        let headers = [
            ("x-ratelimit-route-remaining", "0"), ("X-RateLimit-Reset", "1760000003000"), ("Retry-After", "7"),
        ]
        let error = try await failure(from: CannedResponse(429, headers: headers))
        #expect(error.headers["X-Ratelimit-Route-Remaining"] == "0")
        #expect(error.headers["x-ratelimit-reset"] == "1760000003000")
        #expect(error.headers["retry-after"] == "7")
    }

    @Test("a redirect is not followed, and its target receives no request")
    func redirect() async throws {
        let other = try LoopbackServer(CannedResponse(200, body: Payload.token()))
        defer { other.stop() }
        let answer = CannedResponse(307, headers: [("Location", other.url.absoluteString)])
        let error = try await failure(from: answer)
        #expect(error.kind == .redirect)
        #expect(error.statusCode == 307)
        #expect(other.connectionCount == 0)
    }

    @Test("a cancelled task throws only CancellationError")
    func cancellation() async throws {
        try await withClient(answering: .stall) { api, _ in
            let task = Task { try await api.getToken(id: "t") }
            try await Task.sleep(for: .milliseconds(50))
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
        }
    }

    @Test("descriptions never contain the API key or a token's secret")
    func secrets() async throws {
        let echo = #"{"code":"unauthorized","message":"unknown key \#(key)"}"#
        let error = try await failure(from: CannedResponse(401, body: echo))
        let answer = CannedResponse(200, body: Payload.full)
        let response = try await withClient(answering: answer) { api, _ in try await api.getTokenWithHTTPInfo(id: "t") }
        let client = LaunchDarklyClient(apiKey: key)
        for value in [error, response, response.body, [response.body], client, client.accessTokens] as [Any] {
            var text = "\(value) \(String(reflecting: value)) \((value as? any Error)?.localizedDescription ?? "")"
            dump(value, to: &text)
            #expect(!text.contains(key) && !text.contains(Payload.secret), "\(type(of: value))")
        }
        #expect(response.body.token == Payload.secret)
    }
}
