package import Foundation

/// What the client takes from its surroundings, so that tests can say what it is.
package struct Environment: Sendable {
    /// The time that deadlines are measured with.
    package var now: @Sendable () -> ContinuousClock.Instant = { .now }

    /// Waits, and throws when the task is cancelled meanwhile.
    package var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// The time that servers speak of.
    package var date: @Sendable () -> Date = { Date() }

    /// A number from 0 up to 1.
    package var random: @Sendable () -> Double = { .random(in: 0..<1) }

    /// A new UUID.
    package var uuid: @Sendable () -> UUID = { UUID() }

    /// The real surroundings.
    package init() {}
}
