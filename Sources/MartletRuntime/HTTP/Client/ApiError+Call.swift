extension ApiError {
    /// How often the call was tried, tries included that ended before anything was sent; 0 when it was refused before
    /// the first one.
    public var attempts: Int { call?.attempts ?? 0 }

    /// Why it was not tried again; nil when it was refused before the first try, and when the fault is in a success.
    public var retryStop: RetryStop? { call?.stop }

    /// How long the server asks to wait before the next try; nil when it says nothing about that.
    public var retryAfter: Duration? { call?.serverWait }

    /// Whether an attempt before the last one ended without an answer, so that the server may have acted on it. A
    /// DELETE that was tried again after that and is answered 404 most likely succeeded.
    public var followsAmbiguousAttempt: Bool { call?.hadAmbiguousAttempt ?? false }

    /// The call, as ``LogEntry/requestID`` and ``Configuration/requestIDHeader`` have it.
    public var requestID: String? { call?.requestID }

    /// The request as it left the last middleware, without credentials; nil when it was not that far.
    public var request: HTTPRequest? { call?.request }

    /// The request as a command line of `curl`, to try it by hand; nil when there is none.
    ///
    /// Credentials are not in an error, and stand as `<redacted>` in any case.
    /// - Parameter showingSecrets: Whether to show the query's values, secret headers of your own, and the body.
    public func curl(showingSecrets: Bool = false) -> String? {
        guard var request else { return nil }
        for name in call?.credentialHeaders ?? [] { request.headers.setSecret(name, Redaction.placeholder) }
        return request.curl(showingSecrets: showingSecrets)
    }
}
