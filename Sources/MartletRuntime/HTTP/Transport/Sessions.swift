import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The URL sessions of a transport.
final class Sessions: Sendable {
    private let keepAlive: (session: URLSession, delegate: SessionDelegate)
    private let single: (session: URLSession, delegate: SessionDelegate)
    private let isClosed = Locked(false)

    /// Creates sessions without tasks.
    /// - Parameter peers: The servers to trust, and the certificate to present to them.
    init(_ configuration: URLSessionConfiguration, _ peers: SessionPeers) {
        keepAlive = Self.make(configuration, peers)
        #if canImport(FoundationNetworking)
            single = Self.make(configuration, peers)
        #else
            single = keepAlive
        #endif
    }

    /// Returns a suspended task for a request, whose events are forwarded to an exchange.
    /// - Parameter file: The file with the body; `nil` for a body in memory.
    /// - Throws: ``ApiError`` if the request cannot be sent.
    func task(for request: HTTPRequest, _ file: UploadFile?, _ exchange: Exchange) throws -> URLSessionTask {
        #if canImport(FoundationNetworking)
            try request.checkProxy()
        #endif
        let (session, delegate) = request.needsOwnConnection ? single : keepAlive
        let urlRequest = URLRequest(request)
        // Creating a task in an invalidated session traps; a task that is cancelled by the invalidation completes
        // immediately.
        return try isClosed.withLock { isClosed in
            guard !isClosed else { throw Self.closed }
            let task: URLSessionTask =
                if let file {
                    session.uploadTask(with: urlRequest, fromFile: file.url)
                } else if request.uploadMeter != nil, let data = request.body?.data {
                    // FoundationNetworking reports the progress of upload tasks only.
                    session.uploadTask(with: urlRequest, from: data)
                } else {
                    session.dataTask(with: urlRequest)
                }
            delegate.register(exchange, for: task)
            return task
        }
    }

    /// Rejects new requests and lets pending ones complete.
    func finish() {
        isClosed.withLock { isClosed in
            isClosed = true
            forEach { $0.finishTasksAndInvalidate() }
        }
    }

    /// Rejects new requests and cancels pending ones.
    func close() {
        let exchanges = isClosed.withLock { isClosed in
            guard !isClosed else { return [Exchange]() }
            isClosed = true
            forEach { $0.invalidateAndCancel() }
            return keepAlive.delegate.removeAll() + single.delegate.removeAll()
        }
        // A task that has not started when its session is invalidated does not always complete.
        exchanges.forEach { $0.close() }
    }

    private func forEach(_ action: (URLSession) -> Void) {
        action(keepAlive.session)
        if single.session !== keepAlive.session { action(single.session) }
    }

    private static func make(
        _ configuration: URLSessionConfiguration,
        _ peers: SessionPeers
    ) -> (session: URLSession, delegate: SessionDelegate) {
        let configuration = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        let delegate = SessionDelegate(peers)
        #if canImport(FoundationNetworking)
            let queue = DelegateQueue()
        #else
            let queue = OperationQueue()
            queue.maxConcurrentOperationCount = 1
        #endif
        return (URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue), delegate)
    }

    /// The error for a request after the transport was closed.
    static let closed = ApiError(.transport, "the transport has been closed", delivery: .notSent)
}
