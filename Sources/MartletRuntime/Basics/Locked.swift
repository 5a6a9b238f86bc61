import Foundation

/// A value that is protected by a lock. (`Mutex` requires newer systems than this library.)
package final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    /// Creates a lock that protects `value`.
    package init(_ value: Value) { self.value = value }

    /// Calls `body` with exclusive access to the value. It must not use this lock itself.
    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try lock.withLock { try body(&value) }
    }
}
