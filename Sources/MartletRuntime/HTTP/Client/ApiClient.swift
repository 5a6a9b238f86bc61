import Foundation

/// Sends the requests of generated operations and reads the responses. Copies share the transport and the budget for
/// retries.
public struct ApiClient: Sendable {
    /// What all calls have in common.
    public let configuration: Configuration

    private let budget: RetryBudget

    /// A client; nothing is checked or sent yet.
    public init(configuration: Configuration) {
        self.configuration = configuration
        budget = RetryBudget(configuration.retry.budget)
    }

    /// Sends a request whose success has a JSON body.
    ///
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
    public func send<Body: Decodable & Sendable>(
        _ request: ApiRequest,
        options: RequestOptions
    ) async throws -> ApiResponse<Body> {
        let call = try Call(request, options: options, configuration: configuration, budget: budget)
        let mode = options.decoding ?? configuration.decoding
        return try await call.run { try $0.decoded(mode) }
    }

    /// Sends a request whose success has no body; if one comes, it is kept but not looked at.
    ///
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
    public func send(_ request: ApiRequest, options: RequestOptions) async throws -> ApiResponse<Void> {
        let call = try Call(request, options: options, configuration: configuration, budget: budget)
        return try await call.run { $0.response(with: ()) }
    }

    /// Sends a request and returns as soon as the head of a success has come; the body is read while it comes.
    ///
    /// A connection that breaks after that is an error that the body throws, and is not tried again.
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else; so does the body.
    public func stream(_ request: ApiRequest, options: RequestOptions) async throws -> HTTPResponseStream {
        try await Call(request, options: options, configuration: configuration, budget: budget, isStreaming: true)
            .runStreaming()
    }
}
