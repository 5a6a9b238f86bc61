/// Counts the parts of a decoded value that its type accepts but does not declare, such as an enum value that the
/// document does not list.
///
/// A union counts them for each of its types, to prefer a type that declares the whole value to one that merely accepts
/// it.
package final class Misfits: Sendable {
    private let count = Locked(0)

    /// The count for the type that is being tried; `nil` outside of unions, where nothing is counted.
    @TaskLocal package static var current: Misfits?

    /// Counts parts that the type being tried does not declare.
    package static func note(_ number: Int = 1) {
        guard number > 0, let current else { return }
        current.count.withLock { $0 += number }
    }

    /// Returns the result of a closure, and the number of parts that were counted while it ran.
    package static func count<Result>(in body: () throws -> Result) rethrows -> (result: Result, misfits: Int) {
        let misfits = Misfits()
        let result = try $current.withValue(misfits, operation: body)
        return (result, misfits.count.withLock { $0 })
    }
}
