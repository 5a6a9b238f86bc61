import Foundation

/// Sends the requests of generated operations and reads the responses. Copies share the transport and the budget for
/// retries.
public struct ApiClient: Sendable {
    /// What all calls have in common.
    public let configuration: Configuration

    private let budget: RetryBudget
    private let server: Result<String, any Error>

    /// A client; nothing is sent yet, and what is wrong with the configuration shows when something is.
    ///
    /// - Parameter secretProperties: The names of JSON properties whose values no error may show, as those of
    ///   `format: password`.
    public init(configuration: Configuration, secretProperties: [String] = []) {
        var configuration = configuration
        configuration.secretProperties.formUnion(secretProperties)
        self.configuration = configuration
        budget = RetryBudget(configuration.retry.budget)
        server = Result { try Configuration.checked(configuration.server) }
    }

    func call(_ request: ApiRequest, _ options: RequestOptions, isStreaming: Bool = false) throws -> Call {
        try Call(
            request,
            options: options,
            configuration: configuration,
            server: request.server.map { try Configuration.checked($0.url) } ?? server.get(),
            budget: budget,
            isStreaming: isStreaming
        )
    }

    /// Sends a request and reads a success.
    ///
    /// - Parameter read: Makes the body of what came.
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
    public func send<Body: Sendable>(
        _ request: ApiRequest,
        options: RequestOptions,
        read: (inout ResponseReader) throws -> Body
    ) async throws -> ApiResponse<Body> {
        try await call(request, options).run(read)
    }

    /// Sends a request whose success has a JSON body.
    ///
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
    public func send<Body: Decodable & Sendable>(
        _ request: ApiRequest,
        options: RequestOptions
    ) async throws -> ApiResponse<Body> {
        try await send(request, options: options) { try $0.json() }
    }

    /// Sends a request whose success has no body; if one comes, it is kept but not looked at.
    ///
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
    public func send(_ request: ApiRequest, options: RequestOptions) async throws -> ApiResponse<Void> {
        try await send(request, options: options) { _ in }
    }

    /// Sends a request and returns as soon as the head of a success has come; the body is read while it comes.
    ///
    /// A connection that breaks after that is an error that the body throws, and is not tried again.
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else; so does the body.
    public func stream(_ request: ApiRequest, options: RequestOptions) async throws -> HTTPResponseStream {
        try await call(request, options, isStreaming: true).runStreaming(isTyped: false)
    }
}
