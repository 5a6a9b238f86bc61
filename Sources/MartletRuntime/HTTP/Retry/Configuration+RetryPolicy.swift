extension Configuration {
    /// A policy that determines when calls are retried, how often, and after which pauses.
    ///
    /// Whether a call is retried depends on what may have happened (RFC 9110, section 9.2.2). *Repeatable* requests are
    /// GET, HEAD, PUT, DELETE, OPTIONS and TRACE requests, and requests with an idempotency key.
    ///
    /// | failure | retried |
    /// | --- | --- |
    /// | nothing was sent: unknown host, connection refused | always |
    /// | the connection broke, or the time limit was reached | if repeatable |
    /// | 429; 503 with `Retry-After` | always: the server rejected the request |
    /// | the other ``retriedStatuses``: 408, 500, 502, 503, 504 | if repeatable |
    /// | 409 | GET, PUT and DELETE, if ``retriesConflicts`` is set |
    /// | anything else, including TLS errors | never |
    ///
    /// The pause before a retry is random, up to a maximum that doubles with each attempt (full jitter). The wait that
    /// the server asks for in `Retry-After` or one of the ``resetHeaders``, whichever is longest, is added to it. A
    /// pause never extends beyond the deadline of the call, ``Configuration/timeout``. All calls of a client share a
    /// ``budget``, so that retries do not multiply the load on a server that is down.
    public struct RetryPolicy: Sendable, Hashable {
        /// The maximum number of attempts for a call, including the first; values below 1 are treated as 1.
        public var maxAttempts = 3

        /// The maximum pause before the first retry.
        public var baseDelay: Duration = .milliseconds(500)

        /// The maximum pause before any retry.
        public var maxDelay: Duration = .seconds(20)

        /// The maximum wait that a server may ask for. If it asks for more, the call fails immediately, and
        /// ``ApiError/retryAfter`` is the wait.
        public var maxRetryAfter: Duration = .seconds(60)

        /// Additional headers that state when to retry a response with status 429, besides `Retry-After`.
        public var resetHeaders: [ResetHeader] = []

        /// Whether responses with status 409 are retried, for services that return it for concurrent requests.
        public var retriesConflicts = false

        /// The initial and maximum number of retry tokens of a client. A retry takes 5 tokens, or 10 after a timeout; a
        /// successful call returns the tokens of its last retry, or 1. Only ``Configuration/retry`` determines the
        /// budget; the policy of a single call does not change it.
        public var budget = 500

        /// The statuses after which calls are retried, besides 409 if ``retriesConflicts`` is set.
        public static let retriedStatuses = [408, 429, 500, 502, 503, 504]

        /// Creates a policy with the default values.
        public init() {}

        /// The default policy.
        public static let standard = RetryPolicy()

        /// A policy without retries.
        public static let never: RetryPolicy = {
            var policy = RetryPolicy()
            policy.maxAttempts = 1
            return policy
        }()
    }
}
