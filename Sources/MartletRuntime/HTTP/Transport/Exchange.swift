import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request on its way through URLSession. It ends once, whoever is first: the response, the timer or the
/// cancellation.
///
/// URLSession itself is called on one queue alone, which is not that of its delegate: on Linux, calls wait for a queue
/// that may itself be waiting for the delegate.
final class Exchange: @unchecked Sendable {
    /// Where URLSession is called.
    private let calls: DispatchQueue
    /// What has to stay as long as the exchange: the file that is its body.
    private let file: UploadFile?

    /// Guards everything below.
    private let lock = NSLock()
    private var watch: Watch
    private var timer: DispatchWorkItem?
    private var receiver: (any ResponseReceiver)?
    private var task: URLSessionTask?
    private var hasHead = false
    private var isSuspended = false
    private var outcome: Result<Void, any Error>?

    /// Set when the task will complete by itself at once and must not be cancelled any more.
    private var isTransferOver = false

    /// An exchange that has not begun.
    init(_ request: HTTPRequest, _ file: UploadFile?, calls: DispatchQueue) {
        watch = Watch(request, now: .now)
        self.file = file
        self.calls = calls
    }

    /// Begins for whoever waits for `receiver`, unless the exchange was cancelled before. The time runs from now on,
    /// whatever URLSession is busy with.
    func start(_ request: HTTPRequest, _ receiver: any ResponseReceiver, in sessions: Sessions) {
        let earlyEnd = lock.withLock {
            if outcome == nil {
                self.receiver = receiver
                setTimer()
            }
            return outcome
        }
        if case .failure(let error) = earlyEnd { return receiver.end(error) }
        calls.async { [self] in
            guard lock.withLock({ outcome == nil }) else { return }
            do {
                let task = try sessions.task(for: request, file, self)
                lock.withLock { self.task = task }
                task.resume()
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
                calls.async { [task] in task?.suspend() }
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
            calls.async { [task] in task?.resume() }
            setTimer()
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

    private func attempt(_ action: (any ResponseReceiver) throws -> Void) {
        let result = lock.withLock {
            guard outcome == nil, let receiver else { return Result<Void, any Error>.success(()) }
            watch.noteActivity(.now)
            return Result { try action(receiver) }
        }
        if case .failure = result { finish(result) }
    }

    /// One timer serves all limits: it looks when the next one may be due, and sets itself again if none is.
    private func setTimer() {
        timer?.cancel()
        guard outcome == nil, let next = watch.next else { return }
        let timer = DispatchWorkItem { [weak self] in self?.checkTime() }
        self.timer = timer
        // Not where URLSession is called, which may take a while.
        DispatchQueue.global().asyncAfter(deadline: .now() + max(.zero, next - .now).boundedSeconds, execute: timer)
    }

    private func checkTime() {
        let error = lock.withLock {
            let error = watch.error(.now)
            if error == nil { setTimer() }
            return error
        }
        if let error { finish(.failure(error)) }
    }

    private func finish(_ outcome: Result<Void, any Error>) {
        let (receiver, isTransferOver) = lock.withLock {
            guard self.outcome == nil else { return (nil as (any ResponseReceiver)?, true) }
            self.outcome = outcome
            timer?.cancel()
            return (self.receiver.take(), self.isTransferOver)
        }
        if case .failure(let error) = outcome { receiver?.end(error) } else { receiver?.end(nil) }
        if !isTransferOver {
            // This may take a while: on Linux, what has come is unpacked first.
            calls.async { [self] in lock.withLock { task }?.cancel() }
        }
    }
}
