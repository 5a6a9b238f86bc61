import Foundation

extension Configuration.RetryPolicy {
    /// Returns why a request must not be retried after a failure; `nil` if it may. Attempts, time and budget are not
    /// considered.
    func objection(to failure: AttemptFailure, method: HTTPRequest.Method, hasKey: Bool) -> ApiError.RetryStop? {
        if maxAttempts <= 1 { return .disabled }
        let unlessRepeatable: ApiError.RetryStop? = method.isIdempotent || hasKey ? nil : .notRepeatable
        switch failure {
        case .error(let error):
            guard error.kind == .transport || error.kind == .timeout else { return .permanent }
            return error.delivery == .notSent ? nil : unlessRepeatable
        case .response(429, _): return nil
        case .response(503, let wait) where wait != nil: return nil
        case .response(let status, _) where Self.retriedStatuses.contains(status): return unlessRepeatable
        case .response(409, _) where retriesConflicts && [.get, .put, .delete].contains(method): return nil
        case .response: return .permanent
        }
    }

    /// Returns the maximum random pause before an attempt; 2 is the number of the first retry.
    func bound(before attempt: Int) -> Duration {
        // After 40 doublings, any base exceeds any maximum.
        let doublings = min(max(attempt - 2, 0), 40)
        return min(maxDelay, min(baseDelay.bounded, maxDelay.bounded) * (Int64(1) << doublings))
    }

    /// Returns the wait that the server asks for in `Retry-After` (RFC 9110, section 10.2.3) and, for status 429, in
    /// the ``resetHeaders``, whichever is longest; `nil` if there is no valid value.
    ///
    /// A date is compared with the response's `Date` header if there is one, because clocks differ. A negative number
    /// or a date in the past means no wait. A reset time more than an hour in the past or future is ignored.
    func serverWait(statusCode: Int, headers: HTTPHeaders, now: Date) -> Duration? {
        let reference = headers["Date"].flatMap { HTTPDate.parse($0, now: now) } ?? now
        let retryAfter = headers.values(of: "Retry-After").compactMap { Self.wait($0, reference: reference) }
        let resets =
            statusCode == 429
            ? resetHeaders.flatMap { header in
                headers.values(of: header.name).compactMap { header.wait($0, reference: reference) }
            } : []
        return (retryAfter + resets).max()
    }

    /// Returns the wait for a value: seconds with or without a fraction, or a date; if headers were joined, there may
    /// be several numbers.
    private static func wait(_ value: String, reference: Date) -> Duration? {
        if let date = HTTPDate.parse(value, now: reference) {
            return max(.zero, .seconds(date.timeIntervalSince(reference)))
        }
        let waits = value.split(separator: ",").map { seconds($0.trimmingCharacters(in: .whitespaces)) }
        return waits.contains(nil) ? nil : waits.compactMap { $0 }.max().map { max(.zero, $0) }
    }

    /// Parses a number of seconds. RFC 9110 allows only whole seconds, but some servers send values such as `0.5`.
    private static func seconds(_ text: String) -> Duration? {
        if let seconds = Int64(text) { return .seconds(seconds) }
        guard text.utf8.allSatisfy("0123456789.".utf8.contains), text.contains("."), let seconds = Double(text),
            seconds < 1e9
        else { return nil }
        return .seconds(seconds)
    }
}

extension Configuration.RetryPolicy.ResetHeader {
    /// Returns the wait for a value of this header.
    fileprivate func wait(_ value: String, reference: Date) -> Duration? {
        guard let number = Double(value), number.isFinite else { return nil }
        let seconds =
            switch unit {
            case .seconds: number
            case .epochSeconds: number - reference.timeIntervalSince1970
            case .epochMilliseconds: number / 1000 - reference.timeIntervalSince1970
            }
        guard abs(seconds) <= 3600 else { return nil }
        return max(.zero, .milliseconds(Int64((seconds * 1000).rounded(.up))))
    }
}

extension HTTPRequest.Method {
    /// Whether the method is idempotent (RFC 9110, section 9.2.2).
    package var isIdempotent: Bool { [.get, .head, .put, .delete, .options, .trace].contains(self) }
}
