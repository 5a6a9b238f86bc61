/// What is known of a call so far, for the errors that it ends with.
struct CallRecord: Sendable {
    /// The call.
    let requestID: String

    /// The headers that carry credentials.
    private(set) var credentialHeaders: [String] = []

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

    /// What no text may show.
    private var secrets: [String]

    /// The names of JSON properties whose values no text may show.
    private let secretProperties: Set<String>

    /// Made of ``secrets`` when it is first needed.
    private var madeRedaction: Redaction?

    /// A call before its first attempt.
    init(requestID: String, credentialHeaders: [String], secrets: [String], secretProperties: Set<String>) {
        self.requestID = requestID
        self.credentialHeaders = credentialHeaders
        self.secrets = secrets
        self.secretProperties = secretProperties
    }

    /// Takes note of what an attempt sends as credentials.
    mutating func add(_ proofs: [Proof]) {
        credentialHeaders += proofs.compactMap(\.header).filter { !credentialHeaders.contains($0) }
        hide(proofs.flatMap(\.secrets))
    }

    /// Takes note of what no text may show.
    mutating func hide(_ values: [String]) {
        let new = values.filter { !secrets.contains($0) }
        guard !new.isEmpty else { return }
        secrets += new
        madeRedaction = nil
    }

    /// Hides what no text may show.
    mutating func redaction() -> Redaction {
        let redaction = madeRedaction ?? Redaction(secrets: secrets, properties: secretProperties)
        madeRedaction = redaction
        return redaction
    }

    /// What an error's text says of the attempts; nil when there was one and nothing speaks for another one.
    var remark: String? {
        var clauses: [String] = []
        if attempts > 1 { clauses.append("\(attempts) attempts") }
        if let stop, stop != .permanent, stop != .disabled { clauses.append("not tried again: \(stop)") }
        if hadAmbiguousAttempt { clauses.append("an earlier attempt may have been carried out") }
        return clauses.isEmpty ? nil : clauses.joined(separator: "; ")
    }
}
