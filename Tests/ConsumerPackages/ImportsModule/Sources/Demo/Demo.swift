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
    }
}
