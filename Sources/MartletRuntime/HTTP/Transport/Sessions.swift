import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The URL sessions of a transport.
final class Sessions: Sendable {
    private let keepAlive: (session: URLSession, delegate: SessionDelegate)
    private let single: (session: URLSession, delegate: SessionDelegate)
    private let state = Locked(State())

    private struct State {
        var isClosed = false
        /// The number of tasks that are being created.
        var creations = 0
        /// The closure that invalidates the sessions once no task is being created.
        var end: (@Sendable () -> Void)?

        /// Returns whether a task may be created.
        mutating func beginCreation() -> Bool {
            if !isClosed { creations += 1 }
            return !isClosed
        }

        /// Returns the closure that must be called now; `nil` for none.
        mutating func endCreation() -> (@Sendable () -> Void)? {
            creations -= 1
            return creations == 0 ? end.take() : nil
        }

        /// Returns the closure that must be called now; `nil` for none.
        mutating func close(_ end: @escaping @Sendable () -> Void) -> (@Sendable () -> Void)? {
            guard !isClosed else { return nil }
            isClosed = true
            if creations == 0 { return end }
            self.end = end
            return nil
        }
    }

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
        // Creating a task in an invalidated session traps.
        guard state.withLock({ $0.beginCreation() }) else { throw Self.closed }
        defer { state.withLock { $0.endCreation() }?() }
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

    /// Rejects new requests and lets pending ones complete.
    func finish() {
        close { [self] in forEach { $0.finishTasksAndInvalidate() } }
    }

    /// Rejects new requests and cancels pending ones.
    func close() {
        close { [self] in
            // A task that is cancelled by the invalidation completes immediately; one that has not started does not
            // always complete.
            forEach { $0.invalidateAndCancel() }
            for exchange in keepAlive.delegate.removeAll() + single.delegate.removeAll() { exchange.close() }
        }
    }

    /// Rejects new requests, and calls `end` once no task is being created: an invalidated session traps when it is
    /// asked for a task.
    private func close(_ end: @escaping @Sendable () -> Void) {
        state.withLock { $0.close(end) }?()
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
