import Foundation

/// Counts from zero, from any thread.
package final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    package init() {}

    /// The number of calls before this one.
    @discardableResult
    package func next() -> Int {
        lock.withLock {
            defer { count += 1 }
            return count
        }
    }

    /// How many calls there have been.
    package var value: Int { lock.withLock { count } }
}
