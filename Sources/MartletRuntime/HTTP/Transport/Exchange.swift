import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request on its way through URLSession. It ends once, whoever is first: the response, the timer or the
/// cancellation. Its lock protects it.
final class Exchange: @unchecked Sendable {
    /// Where URLSession is called.
    private let calls: SessionCalls
    /// Looks at the limits of time.
    private let timekeeper: Timekeeper
    /// What has to stay until the exchange has ended: the file that is its body.
    private let file: UploadFile?

    /// Guards everything below.
    private let lock = NSLock()
    private var watch: Watch
    private var receiver: (any ResponseReceiver)?
    private var task: URLSessionTask?
    private var hasHead = false
    private var isSuspended = false
    private var outcome: Result<Void, any Error>?

    /// Set when the task will complete by itself at once and must not be cancelled any more.
    private var isTransferOver = false

    /// An exchange that has not begun.
    /// - Parameter watch: Its time is running.
    init(_ watch: Watch, _ file: UploadFile?, calls: SessionCalls, timekeeper: Timekeeper) {
        self.watch = watch
        self.file = file
        self.calls = calls
        self.timekeeper = timekeeper
    }

    /// Begins for whoever waits for `receiver`, unless the exchange was cancelled before. The time runs, whatever
    /// URLSession is busy with.
    func start(_ request: HTTPRequest, _ receiver: any ResponseReceiver, in sessions: Sessions) {
        let (earlyEnd, next) = lock.withLock {
            if outcome == nil { self.receiver = receiver }
            return (outcome, watch.next)
        }
        if case .failure(let error) = earlyEnd { return receiver.end(error) }
        if let next { timekeeper.watch(self, from: next) }
        calls.perform { [self] in
            guard lock.withLock({ outcome == nil }) else { return }
            do {
                let task = try sessions.task(for: request, file, self)
                let isOver = lock.withLock {
                    self.task = task
                    return outcome != nil
                }
                if isOver { calls.later { task.cancel() } } else { task.resume() }
            } catch {
                finish(.failure(error))
            }
        }
    }

    /// Takes the head of the response.
    func receive(_ head: HTTPURLResponse) {
        // FoundationNetworking passes on interim responses too (RFC 9110, section 15.2).
        guard head.statusCode >= 200 else { return }
        attempt { receiver in
            guard !hasHead else { return }
            hasHead = true
            try receiver.receive(statusCode: head.statusCode, headers: HTTPHeaders(head))
            if receiver.isStreaming { watch.noteHead() }
        }
    }

    /// Takes a part of the body.
    func receive(_ data: Data) {
        attempt { receiver in
            try receiver.receive(data)
            #if !canImport(FoundationNetworking)
                // FoundationNetworking cannot pause: it would begin again from the start.
                guard !isSuspended, receiver.isFull else { return }
                isSuspended = true
                watch.pause()
                calls.later { [task] in task?.suspend() }
            #endif
        }
    }

    /// Takes note that a part of the request's body has gone.
    func noteActivity() { lock.withLock { watch.noteActivity(.now) } }

    /// Goes on after the reader has made room.
    func drain() {
        lock.withLock {
            guard isSuspended, outcome == nil else { return }
            isSuspended = false
            watch.resume(.now)
            calls.later { [task] in task?.resume() }
            if let next = watch.next { timekeeper.watch(self, from: next) }
        }
    }

    /// Whether the redirect may be declined. If so, the task then completes with the redirect as its response.
    ///
    /// FoundationNetworking traps when a task that was cancelled hears an answer, and when one that was answered is
    /// cancelled. Declining ends the task as well as cancelling does, so one of the two is enough.
    func mayDeclineRedirect() -> Bool {
        lock.withLock {
            guard outcome == nil else { return false }
            isTransferOver = true
            return true
        }
    }

    /// Ends with the response that asks for credentials; FoundationNetworking would lose it.
    func challenged(with response: HTTPURLResponse?) {
        lock.withLock { isTransferOver = true }
        complete(head: response)
    }

    /// Ends with what the task ended with.
    func complete(head: HTTPURLResponse?, error: (any Error)? = nil) {
        if let head, error == nil { receive(head) }
        lock.withLock { isTransferOver = true }
        finish(error.map { .failure($0) } ?? .success(()))
    }

    /// Ends as cancelled.
    func cancel() { finish(.failure(CancellationError())) }

    /// Ends because the transport is closed, which cancels the task.
    func close() {
        lock.withLock { isTransferOver = true }
        finish(.failure(ApiError.transportClosed))
    }

    private func attempt(_ action: (any ResponseReceiver) throws -> Void) {
        let result = lock.withLock {
            guard outcome == nil, let receiver else { return Result<Void, any Error>.success(()) }
            watch.noteActivity(.now)
            return Result { try action(receiver) }
        }
        if case .failure = result { finish(result) }
    }

    /// Ends when a limit of time is exceeded.
    /// - Returns: When to look again; nil for never.
    func checkTime(_ now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        let (error, next) = lock.withLock { (watch.error(now), outcome == nil ? watch.next : nil) }
        guard let error else { return next }
        finish(.failure(error))
        return nil
    }

    private func finish(_ outcome: Result<Void, any Error>) {
        let (receiver, isTransferOver) = lock.withLock {
            guard self.outcome == nil else { return (nil as (any ResponseReceiver)?, true) }
            self.outcome = outcome
            return (self.receiver.take(), self.isTransferOver)
        }
        timekeeper.forget(self)
        // Before the caller goes on, who may end the process.
        file?.remove()
        if case .failure(let error) = outcome { receiver?.end(error) } else { receiver?.end(nil) }
        if !isTransferOver {
            calls.later { [self] in lock.withLock { task }?.cancel() }
        }
    }
}
