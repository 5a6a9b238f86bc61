import CMartletCurl
import Foundation
import MartletRuntime

/// The state of libcurl: a multi handle and its transfers. Only one thread at a time uses it, see ``CurlLoop``.
///
/// Nothing here sleeps: libcurl reports the sockets and the time that it waits for, and the engine is called when they
/// are due.
final class CurlEngine: @unchecked Sendable {
    /// The sockets that libcurl waits for. Any thread may sleep in it.
    let poller: Poller

    /// The multi handle, `CURLM *`.
    private let multi: UnsafeMutableRawPointer
    private let options: CurlOptions
    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
    private var idleHandles: [EasyHandle] = []
    private var isClosed = false
    private var usesTLS = false
    private var socketCount = 0

    /// The time at which libcurl has something to do; `nil` for none.
    private var timer: ContinuousClock.Instant?
    /// The earliest time at which a time limit may be due; `nil` for none.
    private var nextCheck: ContinuousClock.Instant?

    /// Whether the last exchange took no longer than a thread may wait for one.
    private(set) var isPrompt = false

    /// The maximum number of idle handles that are kept for reuse.
    private static let maxIdleHandles = 16

    /// The longest time that a caller's thread waits for a response, in milliseconds.
    static let patience: Int32 = 1

    /// Creates an engine without transfers; `nil` if libcurl is unavailable.
    init?(_ options: CurlOptions) {
        guard EasyHandle.isAvailable, let multi = martlet_curl_multi_init() else { return nil }
        guard let poller = Poller() else {
            _ = martlet_curl_multi_cleanup(multi)
            return nil
        }
        self.options = options
        self.multi = multi
        self.poller = poller
        // CURLMOPT_MAX_HOST_CONNECTIONS, and CURLMOPT_MAXCONNECTS, whose default depends on the number of running
        // transfers.
        _ = martlet_curl_multi_set_long(multi, 7, max(1, options.maxConnectionsPerHost))
        _ = martlet_curl_multi_set_long(multi, 6, max(64, options.maxConnectionsPerHost))
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = martlet_curl_multi_set_pointer(multi, 10_002, me)  // CURLMOPT_SOCKETDATA
        _ = martlet_curl_multi_set_socket_callback(multi) { _, socket, what, engine, assigned in
            CurlEngine.from(engine).watch(socket, what, isKnown: assigned != nil)
            return 0
        }
        _ = martlet_curl_multi_set_pointer(multi, 10_005, me)  // CURLMOPT_TIMERDATA
        _ = martlet_curl_multi_set_timer_callback(multi) { _, milliseconds, engine in
            CurlEngine.from(engine).timer = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
            return 0
        }
    }

    deinit {
        withoutBrokenPipe {
            idleHandles.forEach { $0.free() }
            _ = martlet_curl_multi_cleanup(multi)
        }
    }

    private static func from(_ pointer: UnsafeMutableRawPointer) -> CurlEngine {
        Unmanaged<CurlEngine>.fromOpaque(pointer).takeUnretainedValue()
    }

    private func watch(_ socket: Int32, _ what: Int32, isKnown: Bool) {
        let isRemoval = what == 4  // CURL_POLL_REMOVE; the others are the events.
        poller.watch(socket, for: isRemoval ? 0 : what, isKnown: isKnown)
        guard isKnown == isRemoval else { return }
        socketCount += isRemoval ? -1 : 1
        if !isRemoval { _ = martlet_curl_multi_assign(multi, socket, poller.mark) }
    }

    /// Whether there are transfers.
    var hasTransfers: Bool { !transfers.isEmpty }

    /// Whether a thread must sleep in the poller.
    var isActive: Bool { hasTransfers || socketCount > 0 || timer != nil }

    /// The time at which ``turn(_:)`` or ``endLateTransfers()`` must be called at the latest; `nil` for none.
    var next: ContinuousClock.Instant? {
        guard hasTransfers, let nextCheck else { return timer }
        return timer.map { min($0, nextCheck) } ?? nextCheck
    }

    /// Continues with the sockets that are ready and with what is due, until libcurl has to wait.
    func turn(_ ready: ReadySockets = .none) {
        guard usesTLS else { return makeProgress(ready) }
        withoutBrokenPipe { makeProgress(ready) }
    }

    private func makeProgress(_ ready: ReadySockets) {
        for socket in ready { _ = martlet_curl_multi_socket_action(multi, socket.socket, socket.events) }
        takeResults()
        // Should libcurl always be due again, other threads get their turn.
        for _ in 0..<8 {
            guard let timer, timer <= .now else { return }
            self.timer = nil
            _ = martlet_curl_multi_socket_action(multi, -1, 0)  // CURL_SOCKET_TIMEOUT
            takeResults()
        }
    }

    private func takeResults() {
        var code: Int32 = 0
        while let pointer = martlet_curl_multi_next_done(multi, &code) {
            guard let transfer = transfers[pointer] else { continue }
            transfer.end(code)
            release(transfer)
        }
    }

    /// Starts a transfer, whose response goes to a receiver.
    func start(_ transfer: Transfer, _ receiver: any ResponseReceiver) {
        if let error = transfer.earlyEnd ?? (isClosed ? CurlLoop.closed : nil) { return receiver.end(error) }
        transfer.receiver = receiver
        do {
            let handle = try idleHandles.popLast() ?? EasyHandle(options)
            handle.transfer = transfer
            transfer.handle = handle
            do {
                try transfer.prepare(handle, options)
            } catch {
                handle.free()
                transfer.handle = nil
                throw error
            }
            transfers[handle.pointer] = transfer
            note(transfer.watch)
            usesTLS = usesTLS || !transfer.request.isPlain
            _ = martlet_curl_multi_add_handle(multi, handle.pointer)
        } catch {
            transfer.end(error)
        }
    }

    /// Resumes receiving after the reader has made room.
    func resumeReceiving(_ transfer: Transfer) {
        transfer.resumeReceiving()
        note(transfer.watch)
    }

    /// Resumes sending after the streams of the request's body have provided more.
    func resumeSending(_ transfer: Transfer) {
        transfer.resumeSending()
        note(transfer.watch)
    }

    /// Ends a transfer that libcurl has not completed, whether it has started or not. Can wait for a name server that
    /// does not answer.
    func end(_ transfer: Transfer, _ error: any Error) {
        transfer.end(error)
        release(transfer)
    }

    /// Cancels all transfers and rejects new ones.
    func close() {
        isClosed = true
        for transfer in transfers.values { end(transfer, ApiError.transportClosed) }
    }

    /// Ends all transfers that exceed a time limit.
    func endLateTransfers() {
        let now = ContinuousClock.now
        guard let nextCheck, nextCheck <= now else { return }
        self.nextCheck = nil
        for transfer in transfers.values {
            if let error = transfer.watch.error(now) { end(transfer, error) } else { note(transfer.watch) }
        }
    }

    /// Takes the next time limit of a transfer into account. Later activity only moves it further away.
    private func note(_ watch: Watch) {
        guard let next = watch.next else { return }
        nextCheck = nextCheck.map { min($0, next) } ?? next
    }

    /// Releases the handle of a transfer. If the transfer is not complete, this closes its connection.
    private func release(_ transfer: Transfer) {
        guard let handle = transfer.handle.take() else { return }
        isPrompt = .now - transfer.begin <= .milliseconds(Self.patience)
        transfers[handle.pointer] = nil
        _ = martlet_curl_multi_remove_handle(multi, handle.pointer)
        handle.transfer = nil
        if idleHandles.count < Self.maxIdleHandles { idleHandles.append(handle) } else { handle.free() }
    }
}
