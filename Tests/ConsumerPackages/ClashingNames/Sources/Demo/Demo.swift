import Fields
import KeptNames
import LaunchDarklyAPI
import Server
import Session

/// Uses a client beside libraries whose types have names of the runtime.
@main
enum Demo {
    static func main() async throws {
        // Names that are not on the list of the runtime's types are free.
        print(ObjectDecoder(), Redacted<Int>(), FormEncoding(), ParameterEncoder(), Indirect(), Client(), Request())
        print(HTTPMethod(), LogEntry(), RetryPolicy(), RedirectPolicy(), MultipartForm(), ServerSentEvent())
        print(ProblemDetails(), HTTPField(), HTTPFields(), Response())
        print("a b".percentEncoded, "".credential, [1].rawSteps(), [1].lowercased, [Int].patchKeys)

        // Those on the list are qualified where another module has them as well.
        let listed: [Any.Type] = [
            LaunchDarklyAPI.ApiClient.self, LaunchDarklyAPI.ApiError.self, LaunchDarklyAPI.ApiModel.self,
            LaunchDarklyAPI.ApiResponse<Int>.self, LaunchDarklyAPI.CalendarDate.self,
            LaunchDarklyAPI.Configuration.self, LaunchDarklyAPI.Credential.self, LaunchDarklyAPI.DateTime.self,
            LaunchDarklyAPI.DecimalText.self, LaunchDarklyAPI.HTTPBody.self, LaunchDarklyAPI.HTTPHeaders.self,
            LaunchDarklyAPI.HTTPRequest.self, LaunchDarklyAPI.HTTPResponse.self, LaunchDarklyAPI.JSONPatch.self,
            LaunchDarklyAPI.JSONSequence<Int>.self, LaunchDarklyAPI.JSONValue.self,
            LaunchDarklyAPI.Middleware.self, LaunchDarklyAPI.Nullable<Int>.self, LaunchDarklyAPI.OAuthTokens.self,
            LaunchDarklyAPI.Pages<Int>.self, LaunchDarklyAPI.RequestOptions.self,
            LaunchDarklyAPI.ServerSentEvents<Int>.self, (any LaunchDarklyAPI.Transport).self,
            LaunchDarklyAPI.URLSessionTransport.self,
        ]
        let theirs: [Any.Type] = [Fields.HTTPRequest.self, Server.HTTPHeaders.self, Session.HTTPHeaders.self]
        print(listed.count, theirs.count)

        let client = LaunchDarklyClient(apiKey: "api-demo") { configuration in
            configuration.middleware = [.init { _, _ in throw LaunchDarklyAPI.ApiError(.timeout, "too late") }]
            configuration.retry = .never
        }
        do {
            _ = try await client.accessTokens.getToken(id: "7")
        } catch LaunchDarklyAPI.ApiError.Kind.timeout {
            print("timeout")
        }

        // What callers use of models needs no other import.
        let step = PatchOperation(op: "replace", path: "/name", value: "ci")
        var hasher = Hasher()
        step.hash(into: &hasher)
        print(step == step, Set([step]).count, AccessTokenPost(name: "ci", role: .reader).role?.rawValue ?? "")
        print("kept:", keptNames.count)
    }
}
