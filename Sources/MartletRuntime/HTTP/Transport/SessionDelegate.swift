import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Hears of all tasks of a session and tells the exchange of each one.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let exchanges = Locked<[Int: Exchange]>([:])

    /// Tells `exchange` of what happens to `task` from now on, until the task completes.
    func register(_ exchange: Exchange, for task: URLSessionTask) {
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
    }

    /// Forgets all tasks.
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

    /// Passes on the head of a response.
    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        if let head = response as? HTTPURLResponse { exchange(dataTask)?.receive(head) }
        completionHandler(.allow)
    }

    /// Passes on a part of a body.
    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(dataTask)?.receive(data)
    }

    /// Passes on that a part of a request's body has gone.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didSendBodyData bytesSent: Int64,
        totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        exchange(task)?.noteActivity()
    }

    /// Passes on the end, good or bad; the task is forgotten.
    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        exchange?.complete(head: task.response as? HTTPURLResponse, error: error)
    }

    /// Declines a redirect, whatever it is, so that it becomes the response.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        let mayDecline = exchange(task)?.mayDeclineRedirect() ?? false
        #if canImport(FoundationNetworking)
            guard mayDecline else { return }
        #endif
        completionHandler(nil)
    }

    /// Answers no challenge: a response that asks for credentials is a response.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        #if canImport(FoundationNetworking)
            // Default handling never ends here, and rejecting ends as cancelled: the response is taken first.
            exchange(task)?.challenged(with: challenge.failureResponse as? HTTPURLResponse)
            // This calls URLSession, which must not wait for its delegate's queue on that queue.
            nonisolated(unsafe) let answer = completionHandler
            DispatchQueue.global().async { answer(.cancelAuthenticationChallenge, nil) }
        #else
            completionHandler(.performDefaultHandling, nil)
        #endif
    }
}
