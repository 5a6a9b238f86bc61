/// A type that sends HTTP requests to servers and returns their responses.
///
/// ``URLSessionTransport`` is the default of ``Configuration/transport``; `StubTransport` of the product
/// `MartletTesting` is for tests. A transport sends each request once and returns every response unchanged, whatever
/// its status. It does not follow redirects, store cookies or answer authentication challenges, and it enforces the
/// limits of the request.
public protocol Transport: Sendable {
    /// Sends a request and waits for the complete response.
    ///
    /// - Parameter request: The request, with credentials.
    /// - Returns: The response, whatever its status.
    /// - Throws: `CancellationError` if the task was cancelled; ``ApiError`` of kind `timeout` or `responseTooLarge` if
    ///   a limit of the request was exceeded. Any other error reaches the caller as an ``ApiError`` of kind
    ///   `transport`.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse

    /// Sends a request and waits for the head of the response; the body is read as it arrives.
    ///
    /// The default implementation waits for the complete response.
    /// - Parameter request: The request, with credentials.
    /// - Returns: The response, whatever its status.
    /// - Throws: The same errors as ``send(_:)``. Reading the body throws later errors.
    func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream
}

extension ApiError {
    /// The error for a request that was pending when the transport was closed.
    package static let transportClosed = ApiError(
        .transport, "the transport was closed before the response was complete")
}

extension Transport {
    /// Returns the complete response as a stream.
    public func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
        HTTPResponse.Stream(try await send(request))
    }
}
