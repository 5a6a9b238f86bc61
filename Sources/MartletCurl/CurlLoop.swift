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

/// The thread that runs libcurl for all transfers of a transport.
///
/// Everything except the inbox is used only on that thread. It sleeps in libcurl until a socket is ready, a time limit
/// is due or a command arrives in the inbox. It ends when the transport is released and the last transfer has ended.
final class CurlLoop: @unchecked Sendable {
    /// A command from another thread.
    enum Command {
        /// Starts a transfer, whose response goes to a receiver.
        case start(Transfer, any ResponseReceiver)
        /// Cancels a transfer, whether it has started or not.
        case cancel(Transfer)
        /// Resumes receiving after the reader has made room.
        case resumeReceiving(Transfer)
        /// Resumes sending after the streams of the request's body have provided more.
        case resumeSending(Transfer)
        /// Cancels all transfers and rejects new ones.
        case close
        /// Ends the thread when no transfer is left.
        case stop
    }

    private struct Inbox {
        var commands: [Command] = []
        var isOpen = true
    }

    /// The multi handle, `CURLM *`.
    private let multi: UnsafeMutableRawPointer
    private let lock = NSLock()
    /// Guarded by `lock`.
    private var inbox = Inbox()

    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
    private var idleHandles: [EasyHandle] = []
    private var isClosed = false
    private var isStopping = false

    /// The maximum number of idle handles that are kept for reuse.
    private static let maxIdleHandles = 16

    /// Starts the thread; `nil` if libcurl is unavailable.
    init?(_ options: CurlOptions) {
        guard EasyHandle.isAvailable, let multi = martlet_curl_multi_init() else { return nil }
        self.multi = multi
        // CURLMOPT_MAX_HOST_CONNECTIONS, and CURLMOPT_MAXCONNECTS, whose default depends on the number of running
        // transfers.
        _ = martlet_curl_multi_set_long(multi, 7, max(1, options.maxConnectionsPerHost))
        _ = martlet_curl_multi_set_long(multi, 6, max(64, options.maxConnectionsPerHost))
        let thread = Thread { self.run() }
        thread.name = "MartletCurl"
        thread.start()
    }

    // The handles are freed here and not at the end of the thread, because `perform` may be about to wake it.
    deinit {
        idleHandles.forEach { martlet_curl_easy_cleanup($0.pointer) }
        _ = martlet_curl_multi_cleanup(multi)
    }

    /// Sends a command to the thread. Can be called from any thread.
    func perform(_ command: Command) {
        let (isOpen, isFirst) = lock.withLock {
            if inbox.isOpen { inbox.commands.append(command) }
            return (inbox.isOpen, inbox.commands.count == 1)
        }
        if !isOpen, case .start(_, let receiver) = command { receiver.end(Self.closed) }
        // The lock has been released, because the thread takes it as soon as it wakes up.
        if isOpen, isFirst { _ = martlet_curl_multi_wakeup(multi) }
    }

    /// Cancels all transfers and rejects new ones.
    func close() { perform(.close) }

    /// Ends the thread when no transfer is left.
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
    }

    /// Returns whether no further command can arrive.
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
        case .resumeReceiving(let transfer): transfer.resumeReceiving()
        case .resumeSending(let transfer): transfer.resumeSending()
        case .close:
            isClosed = true
            for transfer in transfers.values { end(transfer, ApiError.transportClosed) }
        case .stop: isStopping = true
        }
    }

    private func start(_ transfer: Transfer, _ receiver: any ResponseReceiver) {
        if let error = transfer.earlyEnd ?? (isClosed ? Self.closed : nil) { return receiver.end(error) }
        transfer.receiver = receiver
        if transfer.request.body?.hasStream ?? false {
            transfer.onMore = { [weak self, weak transfer] in
                if let transfer { self?.perform(.resumeSending(transfer)) }
            }
        }
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

    /// Ends a transfer that libcurl has not completed.
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

    /// Releases the handle of a transfer. If the transfer is not complete, this closes its connection.
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

    /// The maximum time to sleep, in milliseconds.
    ///
    /// libcurl can fail to wake up for a transfer that is next in line for a connection: its timer is dropped if the
    /// clock advances during `curl_multi_perform`, as happens on a busy machine. While a transfer is waiting, libcurl
    /// is therefore polled. libcurl 8.21 also consumes a wake-up that occurs between two of its functions.
    private var timeout: Int32 {
        guard lock.withLock({ inbox.commands.isEmpty }) else { return 0 }
        var pause = Duration.seconds(transfers.values.contains(where: \.isWaiting) ? 0.02 : 60)
        if let next = transfers.values.lazy.compactMap(\.watch.next).min() { pause = min(pause, next - .now) }
        return Int32((max(pause, .zero).boundedSeconds * 1000).rounded(.up))
    }

    /// Blocks SIGPIPE, because a TLS library may write to a socket that the other side has closed.
    private func blockBrokenPipe() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// The error for a request after the transport was closed.
    static let closed = ApiError(.transport, "the transport has been closed", delivery: .notSent)
}
