/// Carries a request to the server and brings the response back.
///
/// ``URLSessionTransport`` is the one in use unless ``Configuration/transport`` says otherwise, and ``StubTransport``
/// is for tests. A transport does not follow redirects, keeps no cookies, answers no authentication challenge, sends a
/// request once, and returns any response as it came, whatever its status. It keeps the limits of the request.
public protocol Transport: Sendable {
    /// Sends a request and waits for the whole response.
    ///
    /// - Throws: `CancellationError` when the task was cancelled; ``ApiError`` of kind `timeout` or `responseTooLarge`
    ///   when a limit of the request was exceeded. Any other error reaches the caller as an ``ApiError`` of kind
    ///   `transport`.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse

    /// Sends a request and waits for the head of the response; its body is read while it comes.
    ///
    /// Without an implementation of its own, a transport waits for the whole response here too.
    /// - Throws: as ``send(_:)``; what fails later, the body throws.
    func stream(_ request: HTTPRequest) async throws -> HTTPResponseStream
}

extension ApiError {
    /// The transport was closed while the request was under way.
    package static let transportClosed = ApiError(
        .transport, "the transport was closed before the response was complete")
}

extension Transport {
    /// The whole response, as a stream that is complete already.
    public func stream(_ request: HTTPRequest) async throws -> HTTPResponseStream {
        HTTPResponseStream(try await send(request))
    }
}
