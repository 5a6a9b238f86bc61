/// What is known of a call so far, for the errors that it ends with.
struct CallRecord: Sendable {
    /// The call.
    let requestID: String

    /// The headers that carry credentials.
    let credentialHeaders: [String]

    /// How many attempts have begun.
    var attempts = 0

    /// The last request, without credentials.
    var request: HTTPRequest?

    /// Why there was no further attempt.
    var stop: RetryStop?

    /// How long the server asked to wait at last.
    var serverWait: Duration?

    /// Whether an attempt before the last one may have been carried out.
    var hadAmbiguousAttempt = false

    /// What an error's text says of the attempts; nil when there was one and nothing speaks for another one.
    var remark: String? {
        var clauses: [String] = []
        if attempts > 1 { clauses.append("\(attempts) attempts") }
        if let stop, stop != .permanent, stop != .disabled { clauses.append("not tried again: \(stop)") }
        if hadAmbiguousAttempt { clauses.append("an earlier attempt may have been carried out") }
        return clauses.isEmpty ? nil : clauses.joined(separator: "; ")
    }
}
