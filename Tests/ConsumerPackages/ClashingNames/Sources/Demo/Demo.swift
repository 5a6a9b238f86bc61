import Fields
import LaunchDarklyAPI
import Server
import Session

/// Uses a client beside libraries whose types have names of the runtime.
@main
enum Demo {
    static func main() async throws {
        // Names of what only generated code calls are free.
        print(ObjectDecoder(), Redacted<Int>(), FormEncoding(), ParameterEncoder(), Indirect(), Client(), Request())
        print("a b".percentEncoded, [1].rawSteps())

        // Names that a client exports are qualified.
        var headers = LaunchDarklyAPI.HTTPHeaders()
        headers["A"] = "b"
        let request = LaunchDarklyAPI.HTTPRequest.self
        print(Fields.HTTPRequest(), Server.HTTPHeaders(), headers.count, request)

        let client = LaunchDarklyClient(apiKey: "api-demo") { configuration in
            configuration.middleware = [Middleware { _, _ in throw ApiError(.timeout, "too late") }]
        }
        do {
            _ = try await client.accessTokens.getToken(id: "7")
        } catch ApiError.Kind.timeout {
            print("timeout")
        }

        // What callers use of models needs no other import.
        let step = PatchOperation(op: "replace", path: "/name", value: "ci")
        var hasher = Hasher()
        step.hash(into: &hasher)
        print(step == step, Set([step]).count, AccessTokenPost(name: "ci", role: .reader).role?.rawValue ?? "")
    }
}
