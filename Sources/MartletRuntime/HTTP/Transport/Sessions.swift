import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The URLSessions of a transport.
final class Sessions: Sendable {
    private let keepAlive: (session: URLSession, delegate: SessionDelegate)
    private let single: (session: URLSession, delegate: SessionDelegate)
    private let isClosed = Locked(false)

    /// Sessions without a task.
    init() {
        keepAlive = Self.make()
        #if canImport(FoundationNetworking)
            single = Self.make()
        #else
            single = keepAlive
        #endif
    }

    /// A task for a request, not yet begun, that tells an exchange what happens.
    /// - Parameter file: The body, when it is not in memory.
    /// - Throws: ``ApiError`` when the request cannot be sent.
    func task(for request: HTTPRequest, _ file: UploadFile?, _ exchange: Exchange) throws -> URLSessionTask {
        #if canImport(FoundationNetworking)
            try request.checkProxy()
        #endif
        let (session, delegate) = request.needsOwnConnection ? single : keepAlive
        let urlRequest = URLRequest(request)
        // A session that has been invalidated traps when it is asked for a task, and a task that is cancelled by that
        // completes at once.
        return try isClosed.withLock { isClosed in
            guard !isClosed else { throw Self.closed }
            let task: URLSessionTask =
                if let file {
                    session.uploadTask(with: urlRequest, fromFile: file.url)
                } else {
                    session.dataTask(with: urlRequest)
                }
            delegate.register(exchange, for: task)
            return task
        }
    }

    /// Lets what is under way end by itself, and refuses what comes.
    func finish() {
        isClosed.withLock { isClosed in
            isClosed = true
            forEach { $0.finishTasksAndInvalidate() }
        }
    }

    /// Ends what is under way, and refuses what comes.
    func close() {
        let exchanges = isClosed.withLock { isClosed in
            guard !isClosed else { return [Exchange]() }
            isClosed = true
            forEach { $0.invalidateAndCancel() }
            return keepAlive.delegate.removeAll() + single.delegate.removeAll()
        }
        // A task that has not begun when its session is invalidated does not always complete.
        exchanges.forEach { $0.close() }
    }

    private func forEach(_ action: (URLSession) -> Void) {
        action(keepAlive.session)
        if single.session !== keepAlive.session { action(single.session) }
    }

    private static func make() -> (session: URLSession, delegate: SessionDelegate) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        let delegate = SessionDelegate()
        #if canImport(FoundationNetworking)
            let queue = DelegateQueue()
        #else
            let queue = OperationQueue()
            queue.maxConcurrentOperationCount = 1
        #endif
        return (URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue), delegate)
    }

    /// The transport was closed before.
    static let closed = ApiError(.transport, "the transport has been closed", delivery: .notSent)
}
