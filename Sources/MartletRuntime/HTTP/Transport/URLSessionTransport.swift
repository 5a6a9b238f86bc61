import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The transport in use by default: one long-lived, private URLSession.
///
/// It keeps no cookies, no cache and no credentials, follows no redirect, and answers no authentication challenge. Its
/// own timer keeps the timeout, fractions of a second included, and the body is counted as it arrives. It
/// sends `Accept-Language: *` unless the request has one, for URLSession would tell the user's language.
///
/// On Linux, URLSession refuses hosts in brackets: `127.0.0.1` works, `[::1]` does not. With Swift 6.3 it ends the
/// process when a connection breaks within the head of a response (swift-corelibs-foundation issue 5285, fixed in 6.4).
/// It holds the body of a redirect in memory whatever its size.
///
/// On Linux, libcurl honours `https_proxy` and `http_proxy` from the environment; the latter applies to the loopback
/// servers for which plain http is allowed too, unless `no_proxy` names them.
public final class URLSessionTransport: Transport {
    /// The one that configurations share. Connections are reused across clients.
    public static let shared = URLSessionTransport()

    private let queue = DispatchQueue(label: "MartletRuntime.URLSessionTransport")
    private let delegate = SessionDelegate()
    private let session: URLSession

    /// A transport with connections of its own. Keep it: a session for each request is slow, and on Linux leaks.
    public init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        let operations = OperationQueue()
        operations.maxConcurrentOperationCount = 1
        operations.underlyingQueue = queue
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: operations)
    }

    deinit { session.finishTasksAndInvalidate() }

    /// Sends a request once.
    /// - Throws: as ``Transport/send(_:)`` says; `URLError` when the connection failed.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let exchange = Exchange(request, queue: queue)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { [session, delegate] in
                    exchange.start(continuation) {
                        let task = session.dataTask(with: URLRequest(request))
                        delegate.register(exchange, for: task)
                        return task
                    }
                }
            }
        } onCancel: {
            // Never inline: cancelling takes URLSession's own queues, which can deadlock in this handler.
            queue.async { exchange.cancel() }
        }
    }
}

extension URLSessionTransport: SelfRedacting {
    /// Nothing.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }
}
