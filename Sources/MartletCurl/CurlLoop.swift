import CMartletCurl
import Foundation
import MartletRuntime

/// Decides which thread uses libcurl, for all transfers of a transport.
///
/// A thread that starts or resumes a transfer does so itself, unless another thread is using libcurl and does it
/// instead: nobody waits for a lock. While transfers are running, one thread sleeps until a socket is ready. Usually,
/// that is the loop's own thread. If no other transfer is running and the last response arrived within a millisecond,
/// it is the caller's thread, for at most a millisecond: such a response then needs no change of threads, which would
/// take as long as the response. The callers' threads, which are few, are never blocked longer than that, and never by
/// more than one transfer.
final class CurlLoop: @unchecked Sendable {
    /// A command for libcurl.
    enum Command {
        /// Starts a transfer, whose response goes to a receiver.
        case start(Transfer, any ResponseReceiver)
        /// Resumes receiving after the reader has made room.
        case resumeReceiving(Transfer)
        /// Resumes sending after the streams of the request's body have provided more.
        case resumeSending(Transfer)
        /// Cancels a transfer, whether it has started or not.
        case cancel(Transfer)
        /// Cancels all transfers and rejects new ones.
        case close

        /// Whether only the loop's own thread executes the command, because libcurl may wait for a name server.
        var isSlow: Bool {
            switch self {
            case .start, .resumeReceiving, .resumeSending: false
            case .cancel, .close: true
            }
        }
    }

    /// A thread that sleeps until a socket is ready.
    private enum Watcher { case thread, caller }

    private let engine: CurlEngine

    /// Guards the properties below; the loop's thread waits for it.
    private let condition = NSCondition()
    private var commands: [Command] = []
    private var slowCommands: [Command] = []
    /// Whether a thread is using the engine.
    private var isTaken = false
    private var watcher: Watcher?
    /// The time at which the loop's thread wakes up by itself, while it sleeps in the poller; `nil` if it does not.
    private var alarm: ContinuousClock.Instant?
    /// Whether the loop's thread waits until no other thread is using the engine.
    private var isThreadWaiting = false
    private var isStopping = false
    /// Whether new transfers are rejected.
    private var isClosed = false
    /// The state of the engine when it was last released.
    private var isActive = false
    private var next: ContinuousClock.Instant?

    /// Starts the thread; `nil` if libcurl is unavailable.
    init?(_ options: CurlOptions) {
        guard let engine = CurlEngine(options) else { return nil }
        self.engine = engine
        let thread = Thread { self.run() }
        thread.name = "MartletCurl"
        thread.start()
    }

    /// Starts a transfer, and waits for its response if that can be expected at once.
    func start(_ transfer: Transfer, _ receiver: any ResponseReceiver) {
        if transfer.request.body?.hasStream ?? false {
            transfer.onMore = { [weak self, weak transfer] in
                if let transfer { self?.perform(.resumeSending(transfer)) }
            }
        }
        if perform(.start(transfer, receiver), for: transfer) { wait(for: transfer) }
    }

    /// Executes a command, or leaves it to the thread that is using the engine. Can be called from any thread.
    func perform(_ command: Command) { _ = perform(command, for: nil) }

    /// Executes a command, or leaves it to another thread.
    /// - Returns: Whether the calling thread must wait for the response of the transfer.
    private func perform(_ command: Command, for transfer: Transfer?) -> Bool {
        condition.lock()
        switch command {
        case .start(let transfer, let receiver) where isClosed || transfer.isCancelled:
            let error: any Error = transfer.isCancelled ? CancellationError() : Self.closed
            condition.unlock()
            receiver.end(error)
            return false
        // What follows must not be sent, even if the command is executed later.
        case .cancel(let transfer): transfer.isCancelled = true
        case .close: isClosed = true
        default: break
        }
        guard !command.isSlow, !isTaken else {
            if command.isSlow {
                slowCommands.append(command)
                wakeThread()
            } else {
                commands.append(command)
            }
            condition.unlock()
            return false
        }
        isTaken = true
        condition.unlock()
        execute(command)
        engine.turn()
        return release(for: transfer)
    }

    /// Closes the transport: cancels all transfers and rejects new ones.
    func close() { perform(.close) }

    /// Ends the thread when no transfer is left.
    func stop() {
        condition.lock()
        isStopping = true
        wakeThread()
        condition.unlock()
    }

    /// Executes commands and releases them, while the condition is not locked: the release of a body that is no longer
    /// needed is a command again.
    private func execute(_ batch: inout [Command]) {
        batch.forEach(execute)
        batch = []
    }

    private func execute(_ command: Command) {
        switch command {
        case .start(let transfer, let receiver): engine.start(transfer, receiver)
        case .resumeReceiving(let transfer): engine.resumeReceiving(transfer)
        case .resumeSending(let transfer): engine.resumeSending(transfer)
        case .cancel(let transfer): engine.end(transfer, CancellationError())
        case .close: engine.close()
        }
    }

    /// Executes the commands that have arrived meanwhile, and releases the engine.
    /// - Parameter transfer: The transfer whose response the calling thread may wait for.
    /// - Returns: Whether it must do so: it is the watcher.
    private func release(for transfer: Transfer?) -> Bool {
        condition.lock()
        while !commands.isEmpty {
            var batch = commands
            commands = []
            condition.unlock()
            execute(&batch)
            engine.turn()
            condition.lock()
        }
        defer { condition.unlock() }
        noteRelease()
        let mayWait = watcher == nil && engine.isPrompt && !(transfer?.isDelivered ?? true)
        if mayWait { watcher = .caller }
        if isThreadWaiting || !slowCommands.isEmpty || isStopping || (isActive && watcher == nil) { wakeThread() }
        if let alarm, let next, next < alarm { wakeThread() }
        return mayWait
    }

    /// Records that nobody is using the engine. The condition is locked.
    private func noteRelease() {
        isTaken = false
        isActive = engine.isActive
        next = engine.next
    }

    /// Waits for a response on the calling thread, which is the watcher.
    private func wait(for transfer: Transfer) {
        let end = ContinuousClock.now + .milliseconds(CurlEngine.patience)
        Poller.withBuffer { buffer in
            var mayWait = true
            while mayWait {
                let ready = engine.poller.wait(buffer, milliseconds: CurlEngine.patience)
                let isOver = ready.isEmpty && .now >= end
                condition.lock()
                watcher = nil
                guard !isTaken, !isOver else {
                    // What is ready stays so, for the next watcher.
                    if !isTaken { wakeThread() }
                    condition.unlock()
                    return
                }
                isTaken = true
                condition.unlock()
                engine.turn(ready)
                mayWait = release(for: .now < end ? transfer : nil)
            }
        }
    }

    // MARK: - The loop's thread

    /// Wakes the loop's thread, wherever it sleeps. The condition is locked.
    private func wakeThread() {
        if alarm.take() != nil { engine.poller.wake() } else { condition.signal() }
    }

    private func run() {
        blockBrokenPipe()
        Poller.withBuffer { buffer in
            var ready = ReadySockets.none
            var isDue = false
            condition.lock()
            while true {
                if isTaken {
                    isThreadWaiting = true
                    condition.wait()
                    isThreadWaiting = false
                } else if !ready.isEmpty || isDue || !slowCommands.isEmpty {
                    work(ready)
                    ready = .none
                    isDue = false
                } else if isStopping, !engine.hasTransfers {
                    isClosed = true
                    break
                } else if isActive, watcher != .caller {
                    watcher = .thread
                    let end = next ?? .now + .seconds(60)
                    alarm = end
                    condition.unlock()
                    ready = engine.poller.wait(buffer, milliseconds: Self.milliseconds(until: end))
                    isDue = .now >= end
                    condition.lock()
                    alarm = nil
                } else {
                    if watcher == .thread { watcher = nil }
                    condition.wait()
                }
            }
            condition.unlock()
        }
    }

    /// Uses the engine on the loop's thread. The condition is locked before and afterwards.
    private func work(_ ready: ReadySockets) {
        isTaken = true
        var ready = ready
        repeat {
            var batch = slowCommands + commands
            slowCommands = []
            commands = []
            condition.unlock()
            execute(&batch)
            engine.turn(ready)
            engine.endLateTransfers()
            ready = .none
            condition.lock()
        } while !commands.isEmpty
        noteRelease()
    }

    /// Returns the time until an instant in milliseconds, at most a minute.
    private static func milliseconds(until end: ContinuousClock.Instant) -> Int32 {
        let pause = min(max(end - .now, .zero), .seconds(60))
        return Int32((pause.boundedSeconds * 1000).rounded(.up))
    }

    /// The error for a request after the transport was closed.
    static let closed = ApiError(.transport, "the transport has been closed", delivery: .notSent)
}
