import Foundation

/// A gate at which tasks wait until it is opened.
final class Gate: @unchecked Sendable {
    /// Guards everything below.
    private let lock = NSLock()
    private var isOpen = false
    private var arrivals = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var watching: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    /// Announces the caller, and waits.
    func wait() async {
        await withCheckedContinuation { continuation in
            let (isOpen, ready) = lock.withLock {
                arrivals += 1
                if !self.isOpen { waiting.append(continuation) }
                let ready = watching.filter { $0.count <= arrivals }
                watching.removeAll { $0.count <= arrivals }
                return (self.isOpen, ready)
            }
            ready.forEach { $0.continuation.resume() }
            if isOpen { continuation.resume() }
        }
    }

    /// Waits until a number of callers have arrived.
    func reached(by count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isReached = lock.withLock {
                if arrivals < count { watching.append((count, continuation)) }
                return arrivals >= count
            }
            if isReached { continuation.resume() }
        }
    }

    /// Releases the waiting callers, and those who arrive later.
    func open() {
        let all = lock.withLock {
            isOpen = true
            defer { waiting = [] }
            return waiting
        }
        all.forEach { $0.resume() }
    }
}
