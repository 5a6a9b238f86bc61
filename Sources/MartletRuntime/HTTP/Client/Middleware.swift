/// Stands between the client and the network: it sees each call, and may change the request, the response, or both.
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
/// The first one of a list is the outermost. Those in ``Configuration/middleware`` see a call once, whatever the number of
/// attempts, and without credentials: those are added to each attempt, and only when the request still goes to the origin
/// of ``Configuration/server``. Those in ``Configuration/attemptMiddleware`` see every request that is sent, with its
/// credentials. The body of the response is complete already unless the caller reads it as a
/// stream, so ``HTTPResponseStream/collected(upTo:)`` costs nothing for most calls.
public struct Middleware: Sendable {
    /// Passes the request on, to the next middleware or to the network.
    public typealias Next = @Sendable (HTTPRequest) async throws -> HTTPResponseStream

    /// Handles one call.
    ///
    /// - Throws: Whatever it likes. What is neither an ``ApiError`` nor a `CancellationError` reaches the caller as
    ///   ``ApiError`` of kind `transport`.
    public let intercept: @Sendable (HTTPRequest, Next) async throws -> HTTPResponseStream

    /// A middleware that handles calls like this.
    public init(_ intercept: @escaping @Sendable (HTTPRequest, Next) async throws -> HTTPResponseStream) {
        self.intercept = intercept
    }
}
