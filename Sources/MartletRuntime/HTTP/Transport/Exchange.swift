import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A single exchange over URLSession. It ends once, with the response, a time limit or cancellation, whichever is
/// first. A lock protects it.
final class Exchange: @unchecked Sendable {
    /// Calls URLSession.
    private let calls: SessionCalls
    /// Enforces the time limits.
    private let timekeeper: Timekeeper
    /// The file with the request's body, which must exist until the exchange has ended.
    private let file: UploadFile?
    /// The meter of the body's progress.
    private let meter: UploadMeter?

    /// Guards all properties below.
    private let lock = NSLock()
    private var watch: Watch
    private var receiver: (any ResponseReceiver)?
    private var task: URLSessionTask?
    private var hasHead = false
    private var isSuspended = false
    private var outcome: Result<Void, any Error>?

    /// Whether the task is about to complete by itself and must no longer be cancelled.
    private var isTransferOver = false

    /// Creates an exchange that has not started.
    /// - Parameter watch: The running time limits.
    init(
        _ watch: Watch,
        _ file: UploadFile?,
        _ meter: UploadMeter?,
        calls: SessionCalls,
        timekeeper: Timekeeper
    ) {
        self.watch = watch
        self.file = file
        self.meter = meter
        self.calls = calls
        self.timekeeper = timekeeper
    }

    /// Starts the exchange for `receiver`, unless it has already been cancelled. Time limits apply even if URLSession
    /// is busy.
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

    /// Receives the head of the response.
    func receive(_ head: HTTPURLResponse) {
        // FoundationNetworking delivers interim responses too (RFC 9110, section 15.2).
        guard head.statusCode >= 200 else { return }
        attempt { receiver in
            guard !hasHead else { return }
            hasHead = true
            try receiver.receive(statusCode: head.statusCode, headers: HTTPHeaders(head))
            if receiver.isStreaming { watch.noteHead() }
        }
    }

    /// Receives a part of the body.
    func receive(_ data: Data) {
        attempt { receiver in
            try receiver.receive(data)
            #if !canImport(FoundationNetworking)
                // FoundationNetworking cannot pause: it would restart the request.
                guard !isSuspended, receiver.isFull else { return }
                isSuspended = true
                watch.pause()
                calls.later { [task] in task?.suspend() }
            #endif
        }
    }

    /// Records how much of the request's body has been sent.
    func noteSent(_ count: Int64) {
        lock.withLock { watch.noteActivity(.now) }
        meter?.set(Int(clamping: count))
    }

    /// Resumes the task after the reader has made room.
    func drain() {
        lock.withLock {
            guard isSuspended, outcome == nil else { return }
            isSuspended = false
            watch.resume(.now)
            calls.later { [task] in task?.resume() }
            if let next = watch.next { timekeeper.watch(self, from: next) }
        }
    }

    /// Returns whether the redirect may be declined. If so, the task completes with the redirect as its response.
    ///
    /// FoundationNetworking traps if a cancelled task receives an answer, and if an answered task is cancelled.
    /// Declining ends the task just as cancelling does, so only one of the two is needed.
    func mayDeclineRedirect() -> Bool {
        lock.withLock {
            guard outcome == nil else { return false }
            isTransferOver = true
            return true
        }
    }

    /// Ends the exchange with the response that asks for credentials, which FoundationNetworking would lose.
    func challenged(with response: HTTPURLResponse?) {
        lock.withLock { isTransferOver = true }
        complete(head: response)
    }

    /// Ends the exchange because the server is not trusted; the task then ends by itself.
    func reject(_ error: ApiError) {
        lock.withLock { isTransferOver = true }
        finish(.failure(error))
    }

    /// Ends the exchange with the result of the task.
    func complete(head: HTTPURLResponse?, error: (any Error)? = nil) {
        if let head, error == nil { receive(head) }
        lock.withLock { isTransferOver = true }
        finish(error.map { .failure($0) } ?? .success(()))
    }

    /// Ends the exchange as cancelled.
    func cancel() { finish(.failure(CancellationError())) }

    /// Ends the exchange because the transport is closed, which cancels the task.
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

    /// Ends the exchange if a time limit is exceeded.
    /// - Returns: The time of the next check; `nil` for none.
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
        // The file is removed before the caller continues, because the caller may end the process.
        file?.remove()
        if case .failure(let error) = outcome { receiver?.end(error) } else { receiver?.end(nil) }
        if !isTransferOver {
            calls.later { [self] in lock.withLock { task }?.cancel() }
        }
    }
}
