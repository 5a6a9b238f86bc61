import LaunchDarklyAPI
import MartletTestSupport
import Testing

/// The key that the clients of these tests send.
let key = "api-1f2e3d4c-key-of-the-tests"

/// Runs a test with a client of a server that answers in one way.
func withClient<Result>(
    answering response: CannedResponse,
    _ body: (AccessTokensApi, LoopbackServer) async throws -> Result
) async throws -> Result {
    let server = try LoopbackServer(response)
    defer { server.stop() }
    let client = LaunchDarklyClient(apiKey: key, server: .custom(server.url)) { $0.retry = .never }
    return try await body(client.accessTokens, server)
}

/// The result of `getToken` for a response.
func token(from response: CannedResponse) async throws -> Token {
    try await withClient(answering: response) { api, _ in try await api.getToken(id: "t") }
}

/// The error that `getToken` throws for a response.
func failure(from response: CannedResponse) async throws -> ApiError {
    try await #require(throws: ApiError.self) { _ = try await token(from: response) }
}

/// A call of an API whose result doesn't matter.
struct Call: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (AccessTokensApi) async throws -> Void

    init(_ name: String, _ run: @escaping @Sendable (AccessTokensApi) async throws -> Void) {
        testDescription = name
        self.run = run
    }

    static let getTokens = Call("getTokens") { _ = try await $0.getTokens() }
    static let postToken = Call("postToken") { _ = try await $0.postToken(accessTokenPost: AccessTokenPost()) }
    static let getToken = Call("getToken") { _ = try await $0.getToken(id: "t") }
    static let patchToken = Call("patchToken") { _ = try await $0.patchToken(id: "t", patchOperation: []) }
    static let deleteToken = Call("deleteToken") { try await $0.deleteToken(id: "t") }
    static let resetToken = Call("resetToken") { _ = try await $0.resetToken(id: "t") }
}
