import Foundation

/// Calls URLSession immediately, unless a pending call may be waiting for URLSession's own queue.
///
/// On Linux, `cancel()` waits until the received data is decompressed, which can take seconds, and calling it within a
/// handler in Swift can deadlock (swift-corelibs-foundation issue 5412). Such calls are therefore made on a queue, and
/// while one is pending, so are all others.
final class SessionCalls: Sendable {
    private let queue = DispatchQueue(label: "MartletRuntime.URLSessionTransport")
    private let waiting = Locked(0)

    /// Makes a call that returns quickly.
    func perform(_ call: @escaping @Sendable () -> Void) {
        if waiting.withLock({ $0 == 0 }) { call() } else { later(call) }
    }

    /// Makes a call that may block, on the queue.
    func later(_ call: @escaping @Sendable () -> Void) {
        waiting.withLock { $0 += 1 }
        queue.async { [waiting] in
            call()
            waiting.withLock { $0 -= 1 }
        }
    }
}
