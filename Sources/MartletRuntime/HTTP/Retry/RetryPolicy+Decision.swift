import Foundation

extension RetryPolicy {
    /// Why a request must not be tried again after a failure; nil when it may. Attempts, time and budget do not count
    /// here.
    func objection(to failure: AttemptFailure, method: HTTPMethod, hasKey: Bool) -> RetryStop? {
        if maxAttempts <= 1 { return .disabled }
        let unlessRepeatable: RetryStop? = method.isIdempotent || hasKey ? nil : .notRepeatable
        switch failure {
        case .error(let error):
            guard error.kind == .transport || error.kind == .timeout else { return .permanent }
            return error.delivery == .notSent ? nil : unlessRepeatable
        case .response(429, _): return nil
        case .response(503, let wait) where wait != nil: return nil
        case .response(408, _), .response(500, _), .response(502, _), .response(503, _), .response(504, _):
            return unlessRepeatable
        case .response(409, _) where retriesConflicts && [.get, .put, .delete].contains(method): return nil
        case .response: return .permanent
        }
    }

    /// The bound of the pause before an attempt, which is 2 for the first one that is a retry.
    func bound(before attempt: Int) -> Duration {
        // Beyond this any base has outgrown any bound.
        let doublings = min(max(attempt - 2, 0), 40)
        return min(maxDelay, min(baseDelay.bounded, maxDelay.bounded) * (Int64(1) << doublings))
    }

    /// How long the server asks to wait, by `Retry-After` (RFC 9110, section 10.2.3) and, for status 429, by
    /// ``resetHeaders``: the longest of them. Nil when it says nothing that makes sense.
    ///
    /// A date is compared with the `Date` of the response where there is one, for clocks differ. A number or date in
    /// the past means no wait. A reset more than an hour away either way is taken for a mistake.
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

    /// Seconds, with a fraction or not, or a date; several of the former when headers were joined.
    private static func wait(_ value: String, reference: Date) -> Duration? {
        if let date = HTTPDate.parse(value, now: reference) {
            return max(.zero, .seconds(date.timeIntervalSince(reference)))
        }
        let waits = value.split(separator: ",").map { seconds($0.trimmingCharacters(in: .whitespaces)) }
        return waits.contains(nil) ? nil : waits.compactMap { $0 }.max().map { max(.zero, $0) }
    }

    /// A number of seconds. RFC 9110 knows whole ones alone, but servers send `0.5` as well.
    private static func seconds(_ text: String) -> Duration? {
        if let seconds = Int64(text) { return .seconds(seconds) }
        guard text.utf8.allSatisfy("0123456789.".utf8.contains), text.contains("."), let seconds = Double(text),
            seconds < 1e9
        else { return nil }
        return .seconds(seconds)
    }
}

extension ResetHeader {
    /// How long to wait by one value of this header.
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

extension HTTPMethod {
    /// Whether doing it twice is the same as doing it once (RFC 9110, section 9.2.2).
    package var isIdempotent: Bool { [.get, .head, .put, .delete, .options, .trace].contains(self) }
}
