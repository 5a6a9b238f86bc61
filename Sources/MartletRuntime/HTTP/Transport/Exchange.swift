import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request on its way through URLSession: what has come so far, and the caller who waits for it.
///
/// All of it happens on the transport's serial queue, which is the delegate queue of the session too. So the caller
/// is resumed once, whoever is first: the response, the timer or the cancellation.
final class Exchange: @unchecked Sendable {
    private let request: HTTPRequest
    private let queue: DispatchQueue
    private var task: URLSessionDataTask?
    private var timer: DispatchWorkItem?
    private var continuation: CheckedContinuation<HTTPResponse, any Error>?
    private var outcome: Result<HTTPResponse, any Error>?
    private var head: HTTPURLResponse?
    private var body = Data()

    /// Set when the task will complete by itself at once and must not be cancelled any more.
    private var isTransferOver = false

    /// An exchange that has not begun.
    init(_ request: HTTPRequest, queue: DispatchQueue) {
        self.request = request
        self.queue = queue
    }

    /// Begins, unless the exchange was cancelled before.
    func start(
        _ continuation: CheckedContinuation<HTTPResponse, any Error>,
        makeTask: () -> URLSessionDataTask
    ) {
        if let outcome { return continuation.resume(with: outcome) }
        self.continuation = continuation
        let timer = DispatchWorkItem { [weak self] in self?.timeOut() }
        self.timer = timer
        queue.asyncAfter(deadline: .now() + request.timeout.boundedSeconds, execute: timer)
        let task = makeTask()
        self.task = task
        task.resume()
    }

    /// Takes the head of the response.
    func receive(_ head: HTTPURLResponse) {
        self.head = head
        if head.expectedContentLength > Int64(request.maxResponseBytes) { finish(.failure(tooLarge)) }
    }

    /// Takes a part of the body.
    func receive(_ data: Data) {
        guard outcome == nil else { return }
        guard data.count <= request.maxResponseBytes - body.count else { return finish(.failure(tooLarge)) }
        body.append(data)
    }

    /// Whether the redirect may be declined. If so, the task then completes with the redirect as its response.
    ///
    /// FoundationNetworking traps when a task that was cancelled hears an answer, and when one that was answered is
    /// cancelled. Declining ends the task as well as cancelling does, so one of the two is enough.
    func mayDeclineRedirect() -> Bool {
        guard outcome == nil else { return false }
        isTransferOver = true
        return true
    }

    /// Ends with the response that asks for credentials; FoundationNetworking would lose it.
    func challenged(with response: HTTPURLResponse?) {
        complete(head: response ?? head)
    }

    /// Ends with what the task ended with.
    func complete(head finalHead: HTTPURLResponse?, error: (any Error)? = nil) {
        if let error { return finish(.failure(error)) }
        guard let head = head ?? finalHead else { return finish(.failure(URLError(.badServerResponse))) }
        finish(.success(HTTPResponse(statusCode: head.statusCode, headers: HTTPHeaders(head), body: body)))
    }

    /// Ends as cancelled.
    func cancel() { finish(.failure(CancellationError())) }

    private func timeOut() { finish(.failure(Self.timeout(request.timeout))) }

    private func finish(_ outcome: Result<HTTPResponse, any Error>) {
        guard self.outcome == nil else { return }
        self.outcome = outcome
        timer?.cancel()
        continuation?.resume(with: outcome)
        continuation = nil
        if !isTransferOver { task?.cancel() }
    }

    private var tooLarge: ApiError { Self.responseTooLarge(request.maxResponseBytes) }

    /// The timer was first.
    static func timeout(_ limit: Duration) -> ApiError {
        ApiError(.timeout, "no complete response within \(limit)")
    }

    /// The body is announced longer than the limit, or grew so.
    static func responseTooLarge(_ limit: Int) -> ApiError {
        ApiError(.responseTooLarge, "the response's body has more than \(limit) bytes")
    }
}
