import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A session delegate that forwards the events of each task to its exchange.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let exchanges = Locked<[Int: Exchange]>([:])
    private let peers: SessionPeers

    /// Creates a delegate without tasks.
    init(_ peers: SessionPeers) { self.peers = peers }

    /// Forwards the events of `task` to `exchange` until the task completes.
    func register(_ exchange: Exchange, for task: URLSessionTask) {
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
    }

    /// Removes all tasks.
    /// - Returns: Their exchanges.
    func removeAll() -> [Exchange] {
        exchanges.withLock { exchanges in
            defer { exchanges = [:] }
            return Array(exchanges.values)
        }
    }

    private func exchange(_ task: URLSessionTask) -> Exchange? {
        exchanges.withLock { $0[task.taskIdentifier] }
    }

    /// Forwards the head of a response.
    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        if let head = response as? HTTPURLResponse { exchange(dataTask)?.receive(head) }
        completionHandler(.allow)
    }

    /// Forwards a part of a body.
    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(dataTask)?.receive(data)
    }

    /// Forwards that a part of a request's body has been sent.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didSendBodyData bytesSent: Int64,
        totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        exchange(task)?.noteSent(totalBytesSent)
    }

    /// Forwards the completion of a task, and removes the task.
    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        exchange?.complete(head: task.response as? HTTPURLResponse, error: error)
    }

    /// Declines all redirects, so that the redirect becomes the task's response.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        #if canImport(FoundationNetworking)
            guard exchange(task)?.mayDeclineRedirect() ?? false else { return }
        #endif
        completionHandler(nil)
    }

    /// Declines authentication challenges, so that the response that asks for credentials is delivered, except those of
    /// the TLS handshake on Apple platforms.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        #if canImport(FoundationNetworking)
            // The default handling never completes here, and rejecting completes as cancelled; the response is
            // therefore delivered first.
            exchange(task)?.challenged(with: challenge.failureResponse as? HTTPURLResponse)
            // The completion handler calls URLSession, which must not wait for its delegate's queue on that queue.
            nonisolated(unsafe) let answer = completionHandler
            DispatchQueue.global().async { answer(.cancelAuthenticationChallenge, nil) }
        #else
            switch peers.answer(to: challenge) {
            case .system: completionHandler(.performDefaultHandling, nil)
            case .credential(let credential): completionHandler(.useCredential, credential)
            case .rejection(let error):
                exchange(task)?.reject(error)
                completionHandler(.cancelAuthenticationChallenge, nil)
            }
        #endif
    }
}
