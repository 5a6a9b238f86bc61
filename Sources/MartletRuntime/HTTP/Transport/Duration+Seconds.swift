extension Duration {
    /// At most a year: timers overflow long before `Duration` does.
    package var bounded: Duration { min(self, .seconds(365 * 24 * 3600)) }

    /// The seconds, at most those of a year.
    package var boundedSeconds: Double {
        let (seconds, attoseconds) = bounded.components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    /// For people, in steps of a millisecond: `0.3 seconds`.
    package var text: String {
        let milliseconds = (boundedSeconds * 1000).rounded()
        return "\(milliseconds / 1000) seconds"
    }
}
