import Foundation

/// Sends the requests of generated operations and reads the responses. Copies share the transport.
public struct ApiClient: Sendable {
    /// What all calls have in common.
    public let configuration: Configuration

    /// A client; nothing is checked or sent yet.
    public init(configuration: Configuration) { self.configuration = configuration }

    /// Sends a request whose success has a JSON body.
    ///
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
    public func send<Body: Decodable & Sendable>(
        _ request: ApiRequest,
        options: RequestOptions
    ) async throws -> ApiResponse<Body> {
        let reader = try await success(of: request, options: options)
        return reader.response(with: try reader.decodedBody())
    }

    /// Sends a request whose success has no body; if one comes, it is kept but not looked at.
    ///
    /// - Throws: `CancellationError` when the task was cancelled, ``ApiError`` for everything else.
    public func send(_ request: ApiRequest, options: RequestOptions) async throws -> ApiResponse<Void> {
        try await success(of: request, options: options).response(with: ())
    }

    private func success(of request: ApiRequest, options: RequestOptions) async throws -> ResponseReader {
        let outgoing = try HTTPRequest(request, options: options, configuration: configuration)
        try Task.checkCancellation()
        let redaction = Redaction(secrets: configuration.credentials.values.map(\.secret) + outgoing.headers.secrets)
        let response: HTTPResponse
        do {
            response = try await configuration.transport.send(outgoing)
        } catch let error as CancellationError {
            throw error
        } catch {
            // Other transports may report a cancellation in a way of their own.
            try Task.checkCancellation()
            let known = error as? ApiError
            let reason = redaction.excerpt(of: (known?.message ?? error.localizedDescription).utf8)
            throw ApiError(
                known?.kind ?? .transport,
                "\(request) failed: \(reason)",
                underlying: known.map(\.underlying) ?? error
            )
        }
        let reader = ResponseReader(request: request, response: response, redaction: redaction)
        try reader.checkStatus()
        return reader
    }
}
