#if canImport(FoundationNetworking)
    import Foundation
    public import FoundationNetworking
#else
    public import Foundation
#endif

/// The default transport, based on long-lived, private URL sessions.
///
/// It stores no cookies, cache entries or credentials, does not follow redirects, and does not answer authentication
/// challenges. It enforces the limits of a request itself, including fractions of a second, and counts the bytes of
/// bodies as they arrive. It sends `Accept-Language: *` unless the request has that header, because URLSession would
/// reveal the user's language. A body that is a single file is sent from that file. A body with a stream, or with
/// several parts one of which is a file, is first written to a temporary file.
///
/// On Apple platforms, a streamed body that is not read slows down the server. For pinned keys, client certificates and
/// the settings of connections, see ``init(configuration:trust:identity:)``.
///
/// On Linux, URLSession is a layer over libcurl (FoundationNetworking, Swift 6.3) with the following limitations, none
/// of which applies to `CurlTransport` of the product `MartletCurl`:
///
/// - The process ends if a connection breaks within the head of a response, or if a chunked response has trailers
///   (swift-corelibs-foundation issue 5285, fixed in 6.4).
/// - A response is lost if its status line lacks the space before an absent reason phrase, if a header field has no
///   space after the colon (issue 5527, fixed in 6.4), or if a header field is not in UTF-8.
/// - Hosts in brackets are rejected: `127.0.0.1` works, `[::1]` does not.
/// - A streamed body has no back pressure. If more than 16 MiB are waiting to be read, it ends with an ``ApiError`` of
///   kind `slowConsumer`.
/// - The body of a redirect is held in memory whatever its size.
/// - Requests with a body or with a method that is not idempotent use a new connection each, because libcurl may send a
///   POST twice over a used one.
/// - The proxy is taken from the environment (`https_proxy`, `all_proxy`). Plain http is rejected if it would go over a
///   proxy. If the environment variable `URLSessionDebugLibcurl` is set, FoundationNetworking logs all headers,
///   including credentials.
public final class URLSessionTransport: Transport {
    /// The shared transport, which is the default of configurations. Clients that use it share connections.
    public static let shared = URLSessionTransport()

    private let calls = SessionCalls()
    private let sessions: Sessions
    private let timekeeper = Timekeeper()
    /// The reason why no request can be sent; `nil` if requests can be sent.
    private let fault: ApiError?

    /// The maximum number of unread bytes of a streamed body without back pressure.
    static let maxBufferedBytes = 16 << 20

    /// Creates a transport with its own connections. Keep it for many requests: a session per request is slow, and
    /// leaks on Linux.
    ///
    /// ```swift
    /// let configuration = URLSessionConfiguration.ephemeral
    /// configuration.allowsExpensiveNetworkAccess = false
    /// let transport = URLSessionTransport(configuration: configuration, trust: .publicKeys(["…"]))
    /// ```
    /// On Linux, FoundationNetworking ignores most settings of the configuration, and can neither check public keys nor
    /// present a certificate: with `trust` or `identity`, every request fails with an ``ApiError`` of kind
    /// `invalidRequest`. `CurlTransport` can do both.
    /// - Parameters:
    ///   - configuration: The settings of connections, such as proxies, and access to cellular and expensive networks.
    ///     They are copied. Cookies, the cache and the storage of credentials remain turned off, and the time limits
    ///     are those of the requests. A configuration for background sessions makes every request fail, because
    ///     responses would arrive in another process; on Apple platforms, HTTP/3 is used without any setting if the
    ///     server offers it.
    ///   - trust: The servers to trust.
    ///   - identity: The certificate that authenticates the client to servers that ask for one; `nil` for none.
    public init(
        configuration: URLSessionConfiguration = .ephemeral,
        trust: Trust = .system,
        identity: Identity? = nil
    ) {
        let peers = SessionPeers(trust: trust, identity: identity)
        fault = configuration.identifier == nil ? peers.fault : Self.backgroundConfiguration
        // A background session with a copied identifier could end the process.
        sessions = Sessions(configuration.identifier == nil ? configuration : .ephemeral, peers)
    }

    deinit { sessions.finish() }

    /// Closes the transport immediately: pending and later requests fail.
    public func close() {
        calls.later { [sessions] in sessions.close() }
    }

    /// Sends a request once and returns the complete response.
    /// - Throws: The errors of ``Transport/send(_:)``; `URLError` if the connection failed.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let exchange = try await exchange(request)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                exchange.start(request, WholeResponse(request, continuation), in: sessions)
            }
        } onCancel: {
            exchange.cancel()
        }
    }

    private func exchange(_ request: HTTPRequest) async throws -> Exchange {
        if let fault { throw fault }
        var watch = Watch(request, now: .now)
        let file = try await UploadFile.of(request, watch)
        watch.noteActivity(.now)
        return Exchange(watch, file, request.uploadMeter, calls: calls, timekeeper: timekeeper)
    }

    /// Sends a request once and returns when the head of the response has arrived.
    /// - Throws: The errors of ``Transport/stream(_:)``; `URLError` if the connection failed.
    public func stream(_ request: HTTPRequest) async throws -> HTTPResponse.Stream {
        let exchange = try await exchange(request)
        // The closures retain the sessions, because the body needs them even after this object is released. The pipe
        // may call back while an exchange uses it under its lock; such calls must not take the lock again.
        let pipe = BodyPipe(capacity: 1 << 18) { [calls, sessions] in
            calls.later { withExtendedLifetime(sessions) { exchange.drain() } }
        } onCancel: { [calls] in
            calls.later { exchange.cancel() }
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let maxBufferedBytes = Self.maxBufferedBytes
                exchange.start(
                    request,
                    StreamedResponse(request, continuation, pipe: pipe, maxBufferedBytes: maxBufferedBytes),
                    in: sessions
                )
            }
        } onCancel: {
            exchange.cancel()
        }
    }
}

extension URLSessionTransport {
    /// The error for a configuration for background sessions.
    static let backgroundConfiguration = ApiError(
        .invalidRequest, "a configuration for background sessions cannot be used, because no response would arrive")
}

extension URLSessionTransport: ApiModel.SelfRedacting {
    /// No properties.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }
}
