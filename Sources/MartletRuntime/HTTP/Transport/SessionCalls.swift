import Foundation

/// Where URLSession is called: at once, unless a call is under way that may wait for URLSession's own queue.
///
/// On Linux, `cancel()` waits until what has come is unpacked, which can take seconds, and cancelling within a handler
/// of Swift's can deadlock (swift-corelibs-foundation issue 5412). So it is left to a queue, and while something is left
/// to that, so is everything else.
final class SessionCalls: Sendable {
    private let queue = DispatchQueue(label: "MartletRuntime.URLSessionTransport")
    private let waiting = Locked(0)

    /// Makes a call that does not wait for long.
    func perform(_ call: @escaping @Sendable () -> Void) {
        if waiting.withLock({ $0 == 0 }) { call() } else { later(call) }
    }

    /// Makes a call that may wait, on the queue.
    func later(_ call: @escaping @Sendable () -> Void) {
        waiting.withLock { $0 += 1 }
        queue.async { [waiting] in
            call()
            waiting.withLock { $0 -= 1 }
        }
    }
}
