/// Carries a request to the server and brings the response back.
///
/// ``URLSessionTransport`` is the one in use unless ``Configuration/transport`` says otherwise, and ``StubTransport``
/// is for tests. A transport does not follow redirects, keeps no cookies, answers no authentication challenge, and
/// returns any response as it came, whatever its status.
public protocol Transport: Sendable {
    /// Sends a request once.
    ///
    /// - Throws: `CancellationError` when the task was cancelled; ``ApiError`` of kind `timeout` or `responseTooLarge`
    ///   when a limit of the request was exceeded. Any other error reaches the caller as an ``ApiError`` of kind
    ///   `transport`.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse
}
