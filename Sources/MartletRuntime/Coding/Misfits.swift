/// The count of what a type does not provide for in a value that can be decoded as it all the same, such as a value
/// that an enum does not list.
///
/// A union counts for each of its types, so that it takes a type that fits before one that can only hold the value.
package final class Misfits: Sendable {
    private let count = Locked(0)

    /// The count for the type that is being tried; nil outside of unions, where nothing is counted.
    @TaskLocal package static var current: Misfits?

    /// Counts something that the type that is being tried does not provide for.
    package static func note(_ number: Int = 1) {
        guard number > 0, let current else { return }
        current.count.withLock { $0 += number }
    }

    /// Returns the result of a closure, and the number of what it has noted.
    package static func count<Result>(in body: () throws -> Result) rethrows -> (result: Result, misfits: Int) {
        let misfits = Misfits()
        let result = try $current.withValue(misfits, operation: body)
        return (result, misfits.count.withLock { $0 })
    }
}
