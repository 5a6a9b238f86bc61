import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The transport in use by default: long-lived, private URLSessions.
///
/// It keeps no cookies, no cache and no credentials, follows no redirect, and answers no authentication challenge. Its
/// own timer keeps the limits of a request, fractions of a second included, and bodies are counted as they arrive. It
/// sends `Accept-Language: *` unless the request has one, for URLSession would tell the user's language. A body that
/// is one file is sent from that file; one that has files among its parts is put together in a temporary file first.
///
/// On Apple's systems, a streamed body that nobody reads makes the server wait.
///
/// On Linux, where URLSession is a layer over libcurl (FoundationNetworking, Swift 6.3), these limits remain;
/// `CurlTransport` of the product `MartletCurl` has none of them:
///
/// - The process ends when a connection breaks within the head of a response, and when a chunked response has trailers
///   (swift-corelibs-foundation issue 5285, fixed in 6.4).
/// - A response is lost when its status line lacks the space before an absent reason, when one of its header fields has
///   no space behind the colon (issue 5527, fixed in 6.4), or when one is not in UTF-8.
/// - Hosts in brackets are refused: `127.0.0.1` works, `[::1]` does not.
/// - A streamed body cannot make the server wait. When more than 16 MiB of it are waiting to be read, it ends with an
///   ``ApiError`` of kind `slowConsumer`.
/// - A redirect's body is held in memory whatever its size.
/// - Requests with a body, and those of methods that are not idempotent, have a connection each: over one that has been
///   used before, libcurl may send a POST twice.
/// - Proxies are those of the environment (`https_proxy`, `all_proxy`). Plain http, which is for loopback alone, is
///   refused when it would go over one. The variable `URLSessionDebugLibcurl` makes FoundationNetworking log all
///   headers, credentials included.
public final class URLSessionTransport: Transport {
    /// The one that configurations share. Connections are reused across clients.
    public static let shared = URLSessionTransport()

    private let calls = SessionCalls()
    private let sessions = Sessions()
    private let timekeeper = Timekeeper()

    /// How much of a streamed body may wait to be read where the server cannot be made to wait.
    static let maxBufferedBytes = 16 << 20

    /// A transport with connections of its own. Keep it: a session for each request is slow, and on Linux leaks.
    public init() {}

    deinit { sessions.finish() }

    /// Ends everything at once: what is under way fails, and so does what comes later.
    public func close() {
        calls.later { [sessions] in sessions.close() }
    }

    /// Sends a request once.
    /// - Throws: as ``Transport/send(_:)`` says; `URLError` when the connection failed.
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
        var watch = Watch(request, now: .now)
        let file = try await UploadFile.of(request.body, watch)
        watch.noteActivity(.now)
        return Exchange(watch, file, calls: calls, timekeeper: timekeeper)
    }

    /// Sends a request once, and returns when the head of the response has come.
    /// - Throws: as ``Transport/stream(_:)`` says; `URLError` when the connection failed.
    public func stream(_ request: HTTPRequest) async throws -> HTTPResponseStream {
        let exchange = try await exchange(request)
        // The sessions are what the rest of the body needs when nobody holds this object any more. The pipe calls back
        // while it is used, and an exchange uses it under its lock.
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

extension URLSessionTransport: SelfRedacting {
    /// Nothing.
    public var shownProperties: KeyValuePairs<String, Any> { [:] }
}
