import MartletTesting
import LaunchDarklyAPI

/// Uses the checked-in module without a network.
@main
enum Demo {
    static func main() async throws {
        let stub = StubTransport(.json(#"{"items":[]}"#))
        let client = LaunchDarklyClient(apiKey: "api-demo", server: .eu) { configuration in
            configuration.transport = stub
        }
        let page: Tokens = try await client.accessTokens.getTokens(limit: 20)
        print("items: \(page.items?.count ?? -1)")

        guard let url = URL(string: "http://127.0.0.1:1") else { return }
        let local = LaunchDarklyClient(apiKey: "api-demo", server: .custom(url))
        do {
            try await local.accessTokens.deleteToken(id: "nobody listens")
        } catch let error as ApiError {
            print("status: \(error.statusCode.map(String.init) ?? "none")")
        }
    }
}
