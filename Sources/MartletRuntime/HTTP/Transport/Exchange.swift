import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request on its way through URLSession.
///
/// All of it happens on the transport's serial queue, which is the delegate queue of the session too. So the exchange
/// ends once, whoever is first: the response, the timer or the cancellation.
final class Exchange: @unchecked Sendable {
    private let queue: DispatchQueue
    private var watch: Watch
    private var timer: DispatchWorkItem?
    private var receiver: (any ResponseReceiver)?
    private var task: URLSessionTask?
    private var hasHead = false
    private var isSuspended = false
    private var outcome: Result<Void, any Error>?

    /// Set when the task will complete by itself at once and must not be cancelled any more.
    private var isTransferOver = false

    /// What has to stay as long as the exchange: the file that is its body.
    private let file: UploadFile?

    /// An exchange that has not begun.
    init(_ request: HTTPRequest, _ file: UploadFile?, queue: DispatchQueue) {
        watch = Watch(request, now: .now)
        self.file = file
        self.queue = queue
    }

    /// Begins, unless the exchange was cancelled before.
    func start(_ request: HTTPRequest, _ receiver: any ResponseReceiver, in sessions: Sessions) {
        if case .failure(let error) = outcome { return receiver.end(error) }
        self.receiver = receiver
        do {
            let task = try sessions.task(for: request, file, self)
            self.task = task
            setTimer()
            task.resume()
        } catch {
            finish(.failure(error))
        }
    }

    /// Takes the head of the response.
    func receive(_ head: HTTPURLResponse) {
        guard outcome == nil, !hasHead else { return }
        hasHead = true
        watch.noteActivity(.now)
        attempt { try $0.receive(statusCode: head.statusCode, headers: HTTPHeaders(head)) }
        if receiver?.isStreaming ?? false { watch.noteHead() }
    }

    /// Takes a part of the body.
    func receive(_ data: Data) {
        guard outcome == nil else { return }
        watch.noteActivity(.now)
        attempt { try $0.receive(data) }
        #if !canImport(FoundationNetworking)
            // FoundationNetworking cannot pause: it would begin again from the start.
            if outcome == nil, !isSuspended, receiver?.isFull ?? false {
                isSuspended = true
                watch.pause()
                task?.suspend()
            }
        #endif
    }

    /// Takes note that a part of the request's body has gone.
    func noteActivity() { watch.noteActivity(.now) }

    /// Goes on after the reader has made room.
    func drain() {
        guard isSuspended, outcome == nil else { return }
        isSuspended = false
        watch.resume(.now)
        task?.resume()
        setTimer()
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
    func challenged(with response: HTTPURLResponse?) { complete(head: response) }

    /// Ends with what the task ended with.
    func complete(head: HTTPURLResponse?, error: (any Error)? = nil) {
        if let error { return finish(.failure(error)) }
        if let head { receive(head) }
        finish(.success(()))
    }

    /// Ends as cancelled.
    func cancel() { finish(.failure(CancellationError())) }

    private func attempt(_ action: (any ResponseReceiver) throws -> Void) {
        do {
            if let receiver { try action(receiver) }
        } catch {
            finish(.failure(error))
        }
    }

    /// One timer serves all limits: it looks when the next one may be due, and sets itself again if none is.
    private func setTimer() {
        timer?.cancel()
        guard outcome == nil, let next = watch.next else { return }
        let timer = DispatchWorkItem { [weak self] in
            guard let self else { return }
            if let error = watch.error(.now) { finish(.failure(error)) } else { setTimer() }
        }
        self.timer = timer
        queue.asyncAfter(deadline: .now() + max(.zero, next - .now).boundedSeconds, execute: timer)
    }

    private func finish(_ outcome: Result<Void, any Error>) {
        guard self.outcome == nil else { return }
        self.outcome = outcome
        timer?.cancel()
        switch outcome {
        case .success: receiver?.end(nil)
        case .failure(let error): receiver?.end(error)
        }
        receiver = nil
        if !isTransferOver { task?.cancel() }
    }
}
