import Foundation

/// The state of a call so far, attached to the error that it ends with.
struct CallRecord: Sendable {
    /// The call's identifier; `nil` until something needs it.
    private(set) var requestID: String?

    /// The operation.
    let operation: ApiClient.Operation

    /// The names of the headers that carry credentials.
    private(set) var credentialHeaders: [String] = []

    /// The number of attempts that have started.
    var attempts = 0

    /// The number of body bytes that the attempts sent.
    var sentBytes = 0

    /// The number of body bytes that the attempts received, after content decoding.
    var receivedBytes = 0

    /// The last request, without credentials.
    var request: HTTPRequest?

    /// The reason why there was no further attempt.
    var stop: ApiError.RetryStop?

    /// The wait that the server last asked for.
    var serverWait: Duration?

    /// Whether the server may have processed an attempt before the last one.
    var hadAmbiguousAttempt = false

    /// The values that never appear in logs or errors.
    private var secrets: [String]

    /// The names of JSON properties whose values never appear in logs or errors.
    private let secretProperties: Set<String>

    /// The cached redaction of ``secrets``, created on first use.
    private var madeRedaction: Redaction?

    /// Creates the record of a call before its first attempt.
    init(
        requestID: String?,
        operation: ApiClient.Operation,
        credentialHeaders: [String],
        secrets: [String],
        secretProperties: Set<String>
    ) {
        self.requestID = requestID
        self.operation = operation
        self.credentialHeaders = credentialHeaders
        self.secrets = secrets
        self.secretProperties = secretProperties
    }

    /// Returns the call's identifier.
    /// - Parameter make: A function that creates it, if it does not exist yet.
    mutating func requestID(_ make: () -> UUID) -> String {
        let id = requestID ?? make().text
        requestID = id
        return id
    }

    /// Adds the credentials of an attempt to the secrets.
    mutating func add(_ proofs: [Proof]) {
        credentialHeaders += proofs.compactMap(\.header).filter { !credentialHeaders.contains($0) }
        hide(proofs.flatMap(\.secrets))
    }

    /// Adds values that must never appear in logs or errors.
    mutating func hide(_ values: [String]) {
        let new = values.filter { !secrets.contains($0) }
        guard !new.isEmpty else { return }
        secrets += new
        madeRedaction = nil
    }

    /// The redaction for all secrets of the call.
    mutating func redaction() -> Redaction {
        let redaction = madeRedaction ?? Redaction(secrets: secrets, properties: secretProperties)
        madeRedaction = redaction
        return redaction
    }

    /// A remark about the attempts for an error's message; `nil` if there was one attempt and no reason to retry it.
    var remark: String? {
        var clauses: [String] = []
        if attempts > 1 { clauses.append("\(attempts) attempts") }
        if let stop, stop != .permanent, stop != .disabled { clauses.append("not tried again: \(stop)") }
        if hadAmbiguousAttempt { clauses.append("an earlier attempt may have been processed") }
        return clauses.isEmpty ? nil : clauses.joined(separator: "; ")
    }
}
