/// Decides when the progress of a transfer is reported: at most ten times a second, and at the end.
struct ProgressReports: Sendable {
    private let report: (@Sendable (_ bytes: Int, _ total: Int?) -> Void)?
    private let now: @Sendable () -> ContinuousClock.Instant
    private var latest: (bytes: Int, time: ContinuousClock.Instant)?

    /// Creates reports.
    /// - Parameters:
    ///   - report: A closure that receives the progress; `nil` for none.
    ///   - progress: A closure that creates the progress from the number of bytes and their total, which is `nil` if it
    ///     is unknown.
    ///   - now: The current time.
    init<Progress>(
        _ report: (@Sendable (Progress) -> Void)?,
        _ progress: @escaping @Sendable (_ bytes: Int, _ total: Int?) -> Progress,
        _ now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        if let report {
            self.report = { report(progress($0, $1)) }
        } else {
            self.report = nil
        }
        self.now = now
    }

    /// Returns a closure that reports the progress, to be called outside of any lock; `nil` if the last report is too
    /// recent.
    mutating func next(_ bytes: Int, of total: Int?) -> (@Sendable () -> Void)? {
        guard let report else { return nil }
        let time = now()
        if let latest, time - latest.time < .milliseconds(100) { return nil }
        latest = (bytes, time)
        return { report(bytes, total) }
    }

    /// Returns a closure that reports the end; `nil` if it has been reported.
    mutating func last(_ bytes: Int, of total: Int?) -> (@Sendable () -> Void)? {
        guard let report, bytes > 0, latest?.bytes != bytes else { return nil }
        latest = (bytes, now())
        return { report(bytes, total) }
    }

    /// Returns the ratio of two numbers of bytes, from 0 to 1.
    static func fraction(of bytes: Int, in total: Int) -> Double {
        total > 0 ? min(1, Double(bytes) / Double(total)) : 1
    }
}
