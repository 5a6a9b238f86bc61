extension Duration {
    /// The duration, limited to a year: timers overflow long before `Duration` does.
    package var bounded: Duration { min(self, .seconds(365 * 24 * 3600)) }

    /// The duration in seconds, limited to a year.
    package var boundedSeconds: Double {
        let (seconds, attoseconds) = bounded.components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    /// The duration as text with millisecond precision, such as `0.3 seconds`.
    package var text: String {
        let milliseconds = (boundedSeconds * 1000).rounded()
        return "\(milliseconds / 1000) seconds"
    }
}
