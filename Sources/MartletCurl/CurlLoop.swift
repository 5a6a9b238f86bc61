import CMartletCurl
import Foundation
import MartletRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The thread on which libcurl works, for all transfers of one transport.
///
/// Everything but the inbox belongs to that thread. It sleeps in libcurl until a socket is ready, a limit is due or
/// something comes into the inbox; it ends when the transport is gone and the last transfer is over.
final class CurlLoop: @unchecked Sendable {
    /// What other threads ask for.
    enum Command {
        /// To begin a transfer, and hand the response to a receiver.
        case start(Transfer, any ResponseReceiver)
        /// To end a transfer, whether it has begun or not.
        case cancel(Transfer)
        /// To go on after the reader has made room.
        case resume(Transfer)
        /// To end all transfers, and refuse those that come.
        case close
        /// To end the thread once there is no transfer left.
        case stop
    }

    private struct Inbox {
        var commands: [Command] = []
        var isOpen = true
    }

    /// `CURLM *`
    private let multi: UnsafeMutableRawPointer
    private let lock = NSLock()
    /// Guarded by `lock`, as is waking the thread: it must not be woken any more when it has ended.
    private var inbox = Inbox()

    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
    private var idleHandles: [EasyHandle] = []
    private var isClosed = false
    private var isStopping = false

    /// How many handles are kept for the next transfers.
    private static let maxIdleHandles = 16

    /// Starts the thread; nil when there is no libcurl.
    init?(_ options: CurlOptions) {
        guard EasyHandle.isAvailable, let multi = martlet_curl_multi_init() else { return nil }
        self.multi = multi
        // CURLMOPT_MAX_HOST_CONNECTIONS, and CURLMOPT_MAXCONNECTS, which depends on what is under way otherwise.
        _ = martlet_curl_multi_set_long(multi, 7, max(1, options.maxConnectionsPerHost))
        _ = martlet_curl_multi_set_long(multi, 6, max(64, options.maxConnectionsPerHost))
        let thread = Thread { self.run() }
        thread.name = "MartletCurl"
        thread.start()
    }

    /// Asks for something, from any thread.
    func perform(_ command: Command) {
        let isOpen = lock.withLock {
            guard inbox.isOpen else { return false }
            inbox.commands.append(command)
            if inbox.commands.count == 1 { _ = martlet_curl_multi_wakeup(multi) }
            return true
        }
        if !isOpen, case .start(_, let receiver) = command { receiver.end(Self.closed) }
    }

    /// Ends all transfers, and refuses those that come.
    func close() { perform(.close) }

    /// Ends the thread once there is no transfer left.
    func stop() { perform(.stop) }

    private func run() {
        blockBrokenPipe()
        while true {
            let commands = lock.withLock {
                defer { inbox.commands = [] }
                return inbox.commands
            }
            commands.forEach(execute)
            _ = martlet_curl_multi_perform(multi)
            takeResults()
            endLateTransfers()
            if isStopping, transfers.isEmpty, hasEnded() { break }
            _ = martlet_curl_multi_poll(multi, timeout)
        }
        idleHandles.forEach { martlet_curl_easy_cleanup($0.pointer) }
        _ = martlet_curl_multi_cleanup(multi)
    }

    /// Whether nothing more can come in.
    private func hasEnded() -> Bool {
        lock.withLock {
            if inbox.commands.isEmpty { inbox.isOpen = false }
            return !inbox.isOpen
        }
    }

    private func execute(_ command: Command) {
        switch command {
        case .start(let transfer, let receiver): start(transfer, receiver)
        case .cancel(let transfer): end(transfer, CancellationError())
        case .resume(let transfer): transfer.resume()
        case .close:
            isClosed = true
            for transfer in transfers.values { end(transfer, ApiError.transportClosed) }
        case .stop: isStopping = true
        }
    }

    private func start(_ transfer: Transfer, _ receiver: any ResponseReceiver) {
        if let error = transfer.earlyEnd ?? (isClosed ? Self.closed : nil) { return receiver.end(error) }
        transfer.receiver = receiver
        guard let handle = idleHandles.popLast() ?? EasyHandle() else {
            return transfer.end(EasyHandle.refusedOption("out of memory"))
        }
        do {
            try transfer.prepare(handle)
        } catch {
            recycle(handle)
            return transfer.end(error)
        }
        transfer.handle = handle
        transfers[handle.pointer] = transfer
        _ = martlet_curl_multi_add_handle(multi, handle.pointer)
    }

    /// Ends a transfer before libcurl has.
    private func end(_ transfer: Transfer, _ error: any Error) {
        transfer.end(error)
        release(transfer)
    }

    private func takeResults() {
        var code: Int32 = 0
        while let pointer = martlet_curl_multi_next_done(multi, &code) {
            guard let transfer = transfers[pointer] else { continue }
            transfer.end(code)
            release(transfer)
        }
    }

    /// Removing a transfer that is not over closes its connection.
    private func release(_ transfer: Transfer) {
        guard let handle = transfer.handle.take() else { return }
        transfers[handle.pointer] = nil
        _ = martlet_curl_multi_remove_handle(multi, handle.pointer)
        recycle(handle)
    }

    private func recycle(_ handle: EasyHandle) {
        if idleHandles.count < Self.maxIdleHandles {
            martlet_curl_easy_reset(handle.pointer)
            idleHandles.append(handle)
        } else {
            martlet_curl_easy_cleanup(handle.pointer)
        }
    }

    private func endLateTransfers() {
        guard !transfers.isEmpty else { return }
        let now = ContinuousClock.now
        for transfer in transfers.values {
            if let error = transfer.watch.error(now) { end(transfer, error) }
        }
    }

    /// How long to sleep unless something happens, in milliseconds.
    ///
    /// libcurl can forget to wake up for a transfer whose turn for a connection has come: its timer is dropped when the
    /// clock moves on within `curl_multi_perform`, which happens on a busy machine. While one waits, it is asked again.
    /// libcurl 8.21 also takes a wake-up that comes between two of its functions for its own.
    private var timeout: Int32 {
        guard lock.withLock({ inbox.commands.isEmpty }) else { return 0 }
        var pause = Duration.seconds(transfers.values.contains(where: \.isWaiting) ? 0.02 : 60)
        if let next = transfers.values.lazy.compactMap(\.watch.next).min() { pause = min(pause, next - .now) }
        return Int32((max(pause, .zero).boundedSeconds * 1000).rounded(.up))
    }

    /// A library for TLS may write to a socket whose other side has gone.
    private func blockBrokenPipe() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// The transport was closed before.
    static let closed = ApiError(.transport, "the transport has been closed", delivery: .notSent)
}
