import LaunchDarklyAPI
import MartletTestSupport
import Testing

@Suite("Call sites", .timeLimit(.minutes(1)))
struct CallSiteTests {
    @Test("all six operations work with no import but the module")
    func calls() async throws {
        let server = try LoopbackServer { request in
            switch request.method {
            case "DELETE": CannedResponse(204)
            case "POST" where !request.target.contains("reset"): CannedResponse(201, body: Payload.token())
            case "GET" where request.target.hasPrefix("/api/v2/tokens?"): CannedResponse(200, body: "{}")
            case "GET" where request.target.hasSuffix("nope"): CannedResponse(404, body: Payload.error("not_found"))
            default: CannedResponse(200, headers: [("X-Ratelimit-Reset", "9")], body: Payload.token())
            }
        }
        defer { server.stop() }
        let client = LaunchDarklyClient(apiKey: key, server: .custom(server.url))
        let api = client.accessTokens

        let page: Tokens = try await api.getTokens(showAll: true, limit: 20, offset: 0)
        let token: Token = try await api.getToken(id: "61095542756dba551110ae21")
        let made: Token = try await api.postToken(accessTokenPost: AccessTokenPost(name: "ci", role: .reader))
        let patch = [PatchOperation(op: "replace", path: "/name", value: "ci-2")]
        let edited = try await api.patchToken(id: made.id, patchOperation: patch)
        let reset = try await api.resetToken(id: made.id, expiry: 1_760_000_000_000)
        try await api.deleteToken(id: made.id)
        #expect(page.items == nil)
        #expect(Set([token, made, edited, reset]).count == 1)

        let full: ApiResponse<Token> = try await api.getTokenWithHTTPInfo(id: made.id)
        #expect(full.body == made)
        #expect(full.statusCode == 200)
        #expect(full.headers["x-ratelimit-reset"] == "9")

        do {
            _ = try await api.getToken(id: "nope")
            Issue.record("a missing token must be an error")
        } catch let error as ApiError {
            #expect(error.statusCode == 404)
            #expect(error.headers["content-type"] == "application/json")
            #expect(!error.body.isEmpty)
            #expect(error.decoded(NotFoundErrorRep.self)?.code == "not_found")
        }
    }
}
