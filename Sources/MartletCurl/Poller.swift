import CMartletCurl

/// The sockets that libcurl waits for. Any thread may sleep in it, while another one changes what is watched.
final class Poller: @unchecked Sendable {
    private let pointer: OpaquePointer

    /// Creates a poller without sockets; `nil` if the process has no file descriptors left.
    init?() {
        guard let pointer = martlet_poller_create() else { return nil }
        self.pointer = pointer
    }

    deinit { martlet_poller_free(pointer) }

    /// A value that marks a socket as known to the poller.
    var mark: UnsafeMutableRawPointer { UnsafeMutableRawPointer(pointer) }

    /// Watches a socket for events of libcurl (`CURL_POLL_IN` and the like); 0 for none.
    func watch(_ socket: Int32, for events: Int32, isKnown: Bool) {
        martlet_poller_watch(pointer, socket, events, isKnown)
    }

    /// Sleeps until a socket is ready, ``wake()`` is called or the time is over.
    /// - Returns: The sockets that are ready, in the buffer.
    func wait(_ buffer: UnsafeMutableBufferPointer<martlet_ready>, milliseconds: Int32) -> ReadySockets {
        guard let start = buffer.baseAddress else { return .none }
        let count = martlet_poller_wait(pointer, start, Int32(buffer.count), milliseconds)
        return ReadySockets(start: start, count: Int(count))
    }

    /// Ends the current or the next sleep. Can be called from any thread.
    func wake() { martlet_poller_wake(pointer) }

    /// Calls a function with a buffer for ``wait(_:milliseconds:)``.
    static func withBuffer(_ body: (UnsafeMutableBufferPointer<martlet_ready>) -> Void) {
        withUnsafeTemporaryAllocation(of: martlet_ready.self, capacity: 64, body)
    }
}

/// Sockets that are ready.
typealias ReadySockets = UnsafeBufferPointer<martlet_ready>

extension ReadySockets {
    /// No sockets.
    static var none: ReadySockets { ReadySockets(start: nil, count: 0) }
}
