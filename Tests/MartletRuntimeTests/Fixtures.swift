import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import MartletTesting
import Testing

/// The secret that no description may contain.
let secret = "api-3f8a1c0e-1234-5678-9abc-def012345678"

/// The security of LaunchDarkly's document.
let apiKey = Credential.Scheme.apiKey("ApiKey", header: "Authorization")

extension ApiClient {
    /// A client that holds ``secret`` and tries once.
    init(_ server: URL, transport: any Transport = URLSessionTransport.shared, timeout: Duration = .seconds(20)) {
        var configuration = Configuration(
            server: server,
            credentials: ["ApiKey": Credential(secret)],
            timeout: timeout,
            transport: transport
        )
        configuration.retry = .never
        self.init(configuration: configuration)
    }

    /// A client without a network.
    init(_ stub: StubTransport, server: String = "https://api.example.com") throws {
        self.init(try #require(URL(string: server)), transport: stub)
    }

    /// The body of a success, as free-form JSON.
    func json(_ request: ApiClient.Request, options: RequestOptions = .init()) async throws -> JSONValue {
        let response: ApiResponse<JSONValue> = try await send(request, options: options)
        return response.body
    }

    /// The error of a call that must fail.
    func failure(of request: ApiClient.Request, options: RequestOptions = .init()) async throws -> ApiError {
        try await #require(throws: ApiError.self) { _ = try await json(request, options: options) }
    }
}

extension ApiClient.Request {
    /// `GET /api/v2/tokens` with the API key.
    static let list = ApiClient.Request(.get, "/api/v2/tokens", security: [[apiKey]])
}

/// Runs `body` with a server, and stops the server afterwards.
func withServer<Result>(
    _ response: CannedResponse,
    _ body: (LoopbackServer) async throws -> Result
) async throws -> Result {
    let server = try LoopbackServer(response)
    defer { server.stop() }
    return try await body(server)
}

/// All textual representations of a value.
func allTexts(of value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return
        "\(value)\n\(String(reflecting: value))\n\(dumped)\n\(mirrored(value))\n\((value as? any Error)?.localizedDescription ?? "")"
}

private func mirrored(_ value: Any) -> String {
    let children = Mirror(reflecting: value).children
    return children.isEmpty
        ? "\(value)" : children.map { "\($0.label ?? ""): \(mirrored($0.value))" }.joined(separator: "\n")
}

/// Lines in the order of their arrival.
final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var entries: [String] = []

    var lines: [String] { lock.withLock { entries } }

    func add(_ line: String) { lock.withLock { entries.append(line) } }
}
