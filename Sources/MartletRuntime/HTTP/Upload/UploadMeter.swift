/// Counts the bytes of a body as a transport sends them, and reports the progress.
package final class UploadMeter: Sendable {
    private struct State {
        var count = 0
        var reports: ProgressReports
    }

    private let total: Int?
    private let state: Locked<State>

    /// Creates a meter for one attempt.
    /// - Parameters:
    ///   - total: The length of the body; `nil` if it is unknown.
    ///   - report: A closure that receives the progress; `nil` to count only.
    ///   - now: The current time.
    init(
        total: Int?,
        report: (@Sendable (HTTPBody.Progress) -> Void)?,
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.total = total
        state = Locked(State(reports: ProgressReports(report, HTTPBody.Progress.init(sentBytes:totalBytes:), now)))
    }

    /// The number of bytes sent so far.
    var count: Int { state.withLock(\.count) }

    /// Sets the number of bytes sent so far; it is less than before if the body is sent from its beginning again.
    package func set(_ count: Int) {
        state.withLock { state in
            state.count = count
            return state.reports.next(count, of: total)
        }?()
    }

    /// Adds bytes that have been sent.
    package func add(_ bytes: Int) { set(count + bytes) }

    /// Reports the end of the body, with its whole length if the transport does not report progress.
    func end() {
        state.withLock { state in
            if state.count == 0 { state.count = total ?? 0 }
            return state.reports.last(state.count, of: total)
        }?()
    }
}

extension UploadMeter: Hashable {
    /// Returns true: the meter is not a part of a request's value.
    package static func == (left: UploadMeter, right: UploadMeter) -> Bool { true }

    /// Hashes nothing.
    package func hash(into hasher: inout Hasher) {}
}

extension HTTPRequest {
    /// Reports how much of the body has been sent, for custom transports; see ``RequestOptions/uploadProgress``.
    ///
    /// A transport that does not call this method reports the end of the body only.
    /// - Parameter bytes: The number of bytes sent so far in this exchange.
    public func reportSent(_ bytes: Int) { uploadMeter?.set(bytes) }
}
