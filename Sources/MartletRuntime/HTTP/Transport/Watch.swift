/// Tells when an exchange has taken too long: as a whole, or since something last happened.
package struct Watch: Sendable {
    private let request: HTTPRequest
    private var end: ContinuousClock.Instant?
    private var lastActivity: ContinuousClock.Instant
    private var isPaused = false

    /// Starts to count.
    package init(_ request: HTTPRequest, now: ContinuousClock.Instant) {
        self.request = request
        end = now.advanced(by: request.timeout.bounded)
        lastActivity = now
    }

    /// Takes note that something came or went.
    package mutating func noteActivity(_ now: ContinuousClock.Instant) { lastActivity = now }

    /// Counts inactivity alone from now on, for the head of a streamed response has come.
    package mutating func noteHead() { end = nil }

    /// Stops to count inactivity while the reader of a body is what everything waits for.
    package mutating func pause() { isPaused = true }

    /// Counts inactivity again, from now.
    package mutating func resume(_ now: ContinuousClock.Instant) {
        isPaused = false
        lastActivity = now
    }

    /// When to look again, at the earliest; nil for never unless something happens.
    package var next: ContinuousClock.Instant? {
        guard !isPaused else { return end }
        let inactive = lastActivity.advanced(by: request.inactivityTimeout.bounded)
        return end.map { min($0, inactive) } ?? inactive
    }

    /// The error of an exchange that has taken too long; nil while it has not.
    package func error(_ now: ContinuousClock.Instant) -> ApiError? {
        if let end, now >= end { return Self.timeout(request.timeout) }
        guard let next, now >= next else { return nil }
        return Self.inactivity(request.inactivityTimeout)
    }

    /// The whole took too long.
    static func timeout(_ limit: Duration) -> ApiError {
        ApiError(.timeout, "no complete response within \(limit.text)")
    }

    /// Nothing came or went for too long.
    static func inactivity(_ limit: Duration) -> ApiError {
        ApiError(.timeout, "nothing came for \(limit.text)")
    }
}
