/// The time limits of an exchange: of the whole exchange, and of inactivity.
package struct Watch: Sendable {
    private let timeout: Duration
    private let inactivityTimeout: Duration
    private var end: ContinuousClock.Instant?
    private var lastActivity: ContinuousClock.Instant
    private var isPaused = false

    /// Starts the time limits.
    package init(_ request: HTTPRequest, now: ContinuousClock.Instant) {
        timeout = request.timeout
        inactivityTimeout = request.inactivityTimeout
        end = now.advanced(by: request.timeout.bounded)
        lastActivity = now
    }

    /// Records network traffic.
    package mutating func noteActivity(_ now: ContinuousClock.Instant) { lastActivity = now }

    /// Ends the time limit of the whole exchange, because the head of a streamed response has arrived.
    package mutating func noteHead() { end = nil }

    /// Suspends the inactivity limit while the exchange waits for the reader of the body.
    package mutating func pause() { isPaused = true }

    /// Restarts the inactivity limit.
    package mutating func resume(_ now: ContinuousClock.Instant) {
        isPaused = false
        lastActivity = now
    }

    /// The time of the next check; `nil` if no limit is running.
    package var next: ContinuousClock.Instant? {
        guard !isPaused else { return end }
        let inactive = lastActivity.advanced(by: inactivityTimeout.bounded)
        return end.map { min($0, inactive) } ?? inactive
    }

    /// Returns the error if a limit is exceeded; `nil` otherwise.
    package func error(_ now: ContinuousClock.Instant) -> ApiError? {
        if let end, now >= end { return Self.timeout(timeout) }
        guard let next, now >= next else { return nil }
        return Self.inactivity(inactivityTimeout)
    }

    /// The error if the whole exchange took too long.
    static func timeout(_ limit: Duration) -> ApiError {
        ApiError(.timeout, "no complete response within \(limit.text)")
    }

    /// The error if there was no traffic for too long.
    static func inactivity(_ limit: Duration) -> ApiError {
        ApiError(.timeout, "no network traffic for \(limit.text)")
    }
}
