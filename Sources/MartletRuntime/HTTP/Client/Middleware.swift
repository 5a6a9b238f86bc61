/// A function that intercepts calls between the client and the network, and can change requests and responses.
///
/// ```swift
/// configuration.middleware = [
///     Middleware { request, next in
///         var request = request
///         request.headers["X-Tenant"] = tenant
///         return try await next(request)
///     }
/// ]
/// ```
///
/// The first middleware of a list is the outermost. Middleware in ``Configuration/middleware`` intercepts each call
/// once, whatever the number of attempts, and does not see credentials: they are added to each attempt, and only if the
/// request still goes to the origin of ``Configuration/server``. Middleware in ``Configuration/attemptMiddleware``
/// intercepts every request that is sent, with its credentials.
///
/// The response's body is already complete unless the caller reads it as a stream, so that
/// ``HTTPResponse/Stream/collected(upTo:)`` costs nothing for most calls.
public struct Middleware: Sendable {
    /// A function that passes the request to the next middleware, or to the network.
    public typealias Next = @Sendable (HTTPRequest) async throws -> HTTPResponse.Stream

    /// The function that handles a call.
    ///
    /// - Throws: Any error. Errors other than ``ApiError``, `URLError` and `CancellationError` reach the caller as
    ///   ``ApiError`` of kind `middleware`, and are not retried.
    public let intercept: @Sendable (HTTPRequest, Next) async throws -> HTTPResponse.Stream

    /// Creates a middleware.
    /// - Parameter intercept: The function that handles a call.
    public init(_ intercept: @escaping @Sendable (HTTPRequest, Next) async throws -> HTTPResponse.Stream) {
        self.intercept = intercept
    }
}
