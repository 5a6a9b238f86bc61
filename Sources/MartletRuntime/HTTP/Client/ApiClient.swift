import Foundation

/// A client that sends the requests of generated operations and decodes their responses.
///
/// Copies of a client share its transport and its retry budget.
public struct ApiClient: Sendable {
    /// The settings that all calls share.
    public let configuration: Configuration

    private let budget: RetryBudget
    private let server: Result<String, any Error>

    /// Creates a client.
    ///
    /// The initializer sends nothing. An invalid configuration is reported by the first call.
    /// - Parameters:
    ///   - configuration: The settings that all calls share.
    ///   - secretProperties: The names of JSON properties, and of headers in lower case, whose values never appear in
    ///     errors, such as those with `format: password`.
    public init(configuration: Configuration, secretProperties: [String] = []) {
        var configuration = configuration
        configuration.secretProperties.formUnion(secretProperties)
        self.init(configuration, RetryBudget(configuration.retry.budget))
    }

    private init(_ configuration: Configuration, _ budget: RetryBudget) {
        self.configuration = configuration
        self.budget = budget
        server = Result {
            try Configuration.checked(configuration.server, configuration.allowsInsecureHTTP)
        }
    }

    /// Returns a client with changed settings, which shares this client's transport and retry budget.
    ///
    /// - Parameter change: A closure that changes the settings.
    public func with(_ change: (inout Configuration) -> Void) -> ApiClient {
        var configuration = configuration
        change(&configuration)
        return ApiClient(configuration, budget)
    }

    func call(_ request: Request, _ options: RequestOptions, isStreaming: Bool = false) throws -> Call {
        try Call(
            options.security.map(request.requiring) ?? request,
            options: options,
            configuration: configuration,
            server: request.server.map { try Configuration.checked($0.url, configuration.allowsInsecureHTTP) }
                ?? server.get(),
            budget: budget,
            isStreaming: isStreaming
        )
    }

    /// Sends a request and decodes a successful response.
    ///
    /// - Parameters:
    ///   - request: The request of the operation.
    ///   - options: The settings that this call overrides.
    ///   - read: A closure that decodes the response's body.
    /// - Returns: The decoded response.
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
    public func send<Body: Sendable>(
        _ request: Request,
        options: RequestOptions,
        read: (inout ResponseReader) throws -> Body
    ) async throws -> ApiResponse<Body> {
        guard let file = options.saveTo else { return try await call(request, options).run(read) }
        return try await call(request, options, isStreaming: true).run(savingTo: file, read)
    }

    /// Sends a request and decodes the JSON body of a successful response.
    ///
    /// - Parameters:
    ///   - request: The request of the operation.
    ///   - options: The settings that this call overrides.
    /// - Returns: The decoded response.
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
    public func send<Body: Decodable & Sendable>(
        _ request: Request,
        options: RequestOptions
    ) async throws -> ApiResponse<Body> {
        try await send(request, options: options) { try $0.json() }
    }

    /// Sends a request whose successful response has no body.
    ///
    /// If the server sends a body anyway, ``ApiResponse/rawBody`` holds it; it is not decoded.
    /// - Parameters:
    ///   - request: The request of the operation.
    ///   - options: The settings that this call overrides.
    /// - Returns: The response.
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``.
    public func send(_ request: Request, options: RequestOptions) async throws -> ApiResponse<Void> {
        try await send(request, options: options) { _ in }
    }

    /// Sends a request and returns the response's head; the body is read as it arrives.
    ///
    /// If the connection breaks after the head has arrived, reading the body throws an error; the call is not retried.
    /// - Parameters:
    ///   - request: The request of the operation.
    ///   - options: The settings that this call overrides.
    /// - Returns: The head of a successful response, and its body as a stream.
    /// - Throws: `CancellationError` if the task was cancelled; otherwise ``ApiError``. Reading the body throws the
    ///   same errors.
    public func stream(_ request: Request, options: RequestOptions) async throws -> HTTPResponse.Stream {
        try await call(request, options, isStreaming: true).runStreaming(isTyped: false)
    }
}
