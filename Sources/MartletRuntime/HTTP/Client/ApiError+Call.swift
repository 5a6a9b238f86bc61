extension ApiError {
    /// The number of attempts, including attempts that failed before anything was sent; 0 if the call was rejected
    /// before the first attempt.
    public var attempts: Int { call?.attempts ?? 0 }

    /// The reason why the call was not retried; `nil` if the call was rejected before the first attempt, or if the
    /// error is in a successful response.
    public var retryStop: RetryStop? { call?.stop }

    /// The time that the server asks the client to wait before the next attempt; `nil` if the server does not specify
    /// one.
    public var retryAfter: Duration? { call?.serverWait }

    /// Whether an attempt before the last one ended without a response, so that the server may have processed it.
    ///
    /// If a DELETE request is retried after such an attempt and the server answers 404, the deletion most likely
    /// succeeded.
    public var followsAmbiguousAttempt: Bool { call?.hadAmbiguousAttempt ?? false }

    /// The call's identifier, as in ``Configuration/LogEntry/requestID`` and in the header
    /// ``Configuration/requestIDHeader``.
    public var requestID: String? { call?.requestID }

    /// The operation that failed; `nil` if the call failed before it was prepared.
    public var operation: ApiClient.Operation? { call?.operation }

    /// The request after the last middleware, without credentials; `nil` if the call failed before that point.
    public var request: HTTPRequest? { call?.request }

    /// Whether the connection broke or was silent, so that the rest of a stream may be available.
    var isInterruption: Bool { [.transport, .timeout].contains(kind) && statusCode == nil }

    /// Returns the request as a `curl` command line, to repeat it by hand.
    ///
    /// An error holds no credentials; their values are always replaced with `<redacted>`.
    /// - Parameter showingSecrets: Whether to show query values, secret headers other than credentials, and the body.
    /// - Returns: The command line; `nil` if ``request`` is `nil`.
    public func curl(showingSecrets: Bool = false) -> String? {
        guard var request else { return nil }
        for name in call?.credentialHeaders ?? [] { request.headers.setSecret(name, Redaction.placeholder) }
        return request.curl(showingSecrets: showingSecrets)
    }
}
