import Foundation
import MartletRuntime
import MartletSupport
import MartletTestSupport
import Testing

/// The secret that no description may contain.
let secret = "api-7c2b9d4e-fault-tests-0123456789abcdef"

/// The security of LaunchDarkly's document.
let apiKey = Credential.Scheme.apiKey("ApiKey", header: "Authorization")

extension ApiClient.Request {
    /// `GET /api/v2/tokens` with the API key.
    static let list = ApiClient.Request(.get, "/api/v2/tokens", security: [[apiKey]])

    /// `POST /api/v2/tokens/t/reset` with the API key: what must never be done twice.
    static let reset = ApiClient.Request(.post, "/api/v2/tokens/t/reset", security: [[apiKey]])
}

extension ApiClient {
    /// The body of a success, as free-form JSON.
    func json(_ request: ApiClient.Request, options: RequestOptions = .init()) async throws -> JSONValue {
        let response: ApiResponse<JSONValue> = try await send(request, options: options)
        return response.body
    }

    /// The error of a call that must fail, looking at the body of a success or not.
    func failure(of request: ApiClient.Request, options: RequestOptions = .init()) async throws -> ApiError {
        try await #require(throws: ApiError.self) {
            let _: ApiResponse<Void> = try await send(request, options: options)
        }
    }
}

extension LoopbackServer {
    /// Returns once a request has arrived. The suite's time limit bounds it.
    func untilRequested() async throws {
        while requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    }

    /// Returns once the client has closed all connections. The suite's time limit bounds it.
    func untilIdle() async throws {
        while openConnectionCount > 0 { try await Task.sleep(for: .milliseconds(2)) }
    }
}

/// Measures the duration of an operation.
func duration(of body: () async throws -> Void) async rethrows -> Duration {
    try await ContinuousClock().measure { try await body() }
}

/// Expects that something takes less than `limit`. On a busy machine anything may take longer, so once in ten times
/// is enough.
/// - Parameter time: Does it, and says how long it took.
func expectSoon(
    within limit: Duration,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ time: () async throws -> Duration
) async throws {
    var times: [Duration] = []
    repeat { times.append(try await time()) } while times.count < 10 && times.allSatisfy { $0 >= limit }
    #expect(times.contains { $0 < limit }, "\(times)", sourceLocation: sourceLocation)
}
