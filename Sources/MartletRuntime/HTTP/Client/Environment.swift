import Foundation

/// The clocks and random sources of a client, replaceable in tests.
package struct Environment: Sendable {
    /// The current time of the clock that deadlines are measured with.
    package var now: @Sendable () -> ContinuousClock.Instant = { .now }

    /// Waits for a duration; throws if the task is cancelled meanwhile.
    package var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// The current date, for comparison with dates that servers send.
    package var date: @Sendable () -> Date = { Date() }

    /// A random number in `0..<1`.
    package var random: @Sendable () -> Double = { .random(in: 0..<1) }

    /// A random UUID.
    package var uuid: @Sendable () -> UUID = { .randomVersion4() }

    /// Creates the real environment.
    package init() {}
}

extension UUID {
    /// A UUID of version 4 (RFC 9562, section 5.4). On Linux, `UUID()` opens a file on each call.
    fileprivate static func randomVersion4() -> UUID {
        let version: UInt64 = 0x4000
        let variant: UInt64 = 0x8000_0000_0000_0000
        let halves = (
            (UInt64.random(in: 0...(.max)) & ~0xF000 | version).bigEndian,
            (UInt64.random(in: 0...(.max)) & ~0xC000_0000_0000_0000 | variant).bigEndian
        )
        return withUnsafeBytes(of: halves) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}
