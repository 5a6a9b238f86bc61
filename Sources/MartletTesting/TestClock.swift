public import Foundation
public import MartletRuntime

/// A clock that advances only when the client waits and when a test advances it. Waits take no real time.
///
/// ```swift
/// let clock = TestClock()
/// let client = BookshopClient(key: "test") { configuration in
///     configuration.transport = StubTransport(.status(503), .json("{}"))
///     clock.drive(&configuration)
/// }
/// _ = try await client.books.getBooks()
/// #expect(clock.waits.count == 1)
/// ```
public final class TestClock: Sendable {
    private struct State: Sendable {
        var instant = ContinuousClock.now
        var date: Date
        var waits: [Duration] = []
        var numbers: [Double]
    }

    private let state: Locked<State>

    /// Creates a clock.
    ///
    /// - Parameters:
    ///   - date: The current date.
    ///   - random: The random numbers in `0..<1` that determine the client's random waits, in order; the last one is
    ///     repeated.
    public init(date: Date = Date(timeIntervalSince1970: 1_767_225_600), random: [Double] = [0.5]) {
        state = Locked(State(date: date, numbers: random))
    }

    /// The waits of the client so far, such as those between attempts.
    public var waits: [Duration] { state.withLock(\.waits) }

    /// The current date.
    public var date: Date { state.withLock(\.date) }

    /// Advances the clock.
    public func advance(by duration: Duration) {
        state.withLock { state in
            state.instant += duration
            state.date += duration.boundedSeconds
        }
    }

    /// Makes a client with this configuration use this clock.
    public func drive(_ configuration: inout Configuration) { configuration.environment = environment }

    /// The environment of a client that uses this clock.
    package var environment: Environment {
        var environment = Environment()
        environment.now = { [state] in state.withLock(\.instant) }
        environment.date = { [state] in state.withLock(\.date) }
        environment.sleep = { [self] wait in
            try Task.checkCancellation()
            advance(by: wait)
            state.withLock { $0.waits.append(wait) }
        }
        environment.random = { [state] in
            state.withLock { $0.numbers.count > 1 ? $0.numbers.removeFirst() : $0.numbers.first ?? 0.5 }
        }
        return environment
    }
}
