/// When a call is tried again, how often, and after which pauses.
///
/// What is tried again depends on what may have happened (RFC 9110, section 9.2.2). *Repeatable* are GET, HEAD, PUT,
/// DELETE, OPTIONS and TRACE, and any operation with an idempotency key.
///
/// | what happened | tried again |
/// | --- | --- |
/// | nothing was sent: no such host, connection refused | always |
/// | the connection broke, or the time ran out | when repeatable |
/// | 429; 503 with `Retry-After` | always: the server refused the request |
/// | 408, 500, 502, 503, 504 | when repeatable |
/// | 409 | GET, PUT and DELETE, with ``retriesConflicts`` |
/// | anything else, a fault of TLS among it | never |
///
/// A pause is chosen at random up to a bound that doubles with each attempt (full jitter). What the server asks for in
/// `Retry-After` or one of the ``resetHeaders``, whichever is longest, comes before it. No pause crosses the deadline of
/// the call, ``Configuration/timeout``. All calls of a client share a ``budget``, so that a server which is down is not
/// asked three times as often.
public struct RetryPolicy: Sendable, Hashable {
    /// How often a call is tried, the first time included; one or less for no second try.
    public var maxAttempts = 3

    /// The bound of the first pause.
    public var baseDelay: Duration = .milliseconds(500)

    /// The bound that pauses never exceed.
    public var maxDelay: Duration = .seconds(20)

    /// The longest pause that a server may ask for. When it asks for more, the call fails at once, and
    /// ``ApiError/retryAfter`` says for how much.
    public var maxRetryAfter: Duration = .seconds(60)

    /// Headers other than `Retry-After` with which a response of status 429 tells when to come back.
    public var resetHeaders: [ResetHeader] = []

    /// Whether status 409 is one that passes, as with services that answer it to concurrent requests.
    public var retriesConflicts = false

    /// How many tokens a client has at first, and at most. A second try takes 5, after a timeout 10; a success gives
    /// back what its last try took, or 1. Set in ``Configuration/retry``; a call's own policy cannot change it.
    public var budget = 500

    /// The usual policy.
    public init() {}

    /// The usual policy.
    public static let standard = RetryPolicy()

    /// No second try.
    public static let never: RetryPolicy = {
        var policy = RetryPolicy()
        policy.maxAttempts = 1
        return policy
    }()
}
