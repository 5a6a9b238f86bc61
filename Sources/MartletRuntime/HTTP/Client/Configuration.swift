public import Foundation

/// What all calls of a client have in common.
public struct Configuration: Sendable {
    /// Where the paths of the document begin, as `https://app.launchdarkly.com`; a path of its own is kept.
    ///
    /// Plain `http` is for loopback hosts alone; user, password, query and fragment are refused. Both are checked when
    /// a request is sent.
    /// `nil`, which is what `URL(string:)` makes of text that is no URL, is refused as well.
    public var server: URL?

    /// The credentials, by the names of the document's security schemes.
    public var credentials: [String: Credential]

    /// Headers for all requests, as `LD-API-Version`. An operation's own header of the same name wins over them.
    public var headers: HTTPHeaders

    /// How long a call may take as a whole, all attempts, pauses and waits for credentials included; above zero. Fractions of a second count.
    ///
    /// A call whose body is streamed is over in this sense when the head of the response has come.
    public var timeout: Duration

    /// How long one attempt may take, the wait for a credential included; above zero. Nil for all that is left of
    /// ``timeout``.
    public var attemptTimeout: Duration?

    /// How long nothing may come or go over a connection; above zero.
    public var inactivityTimeout: Duration = Configuration.defaultTimeout

    /// The `User-Agent` header.
    public var userAgent: String

    /// How many bytes the body of a response may have, after content decoding. Streamed bodies have no limit but the
    /// one in ``RequestOptions/maxResponseBytes``.
    public var maxResponseBytes: Int

    /// How many header fields a response may have.
    public var maxResponseHeaders = Configuration.defaultMaxResponseHeaders

    /// How deep arrays and objects may be nested in a body that is decoded; deeper ones are errors of kind `decoding`. The
    /// default can be decoded on a stack of 512 KiB; what is deeper needs a larger one.
    public var maxNestingDepth = Configuration.defaultMaxNestingDepth

    /// When and how often calls are tried again.
    public var retry = RetryPolicy.standard

    /// Whether redirects are followed.
    public var redirects = RedirectPolicy.never

    /// What happens to elements of collections that are not what the document says.
    public var decoding = DecodingMode.strict

    /// What sees each call before it is sent, the outermost first; without credentials.
    public var middleware: [Middleware] = []

    /// What sees each request right before it is sent, the outermost first: with credentials, and again for each attempt
    /// and each redirect that is followed. It is the place to sign and to trace requests. A credential that it adds
    /// satisfies the operation's security requirement.
    public var attemptMiddleware: [Middleware] = []

    /// Hears of everything that happens to calls, on any thread. It should return soon.
    public var log: (@Sendable (LogEntry) -> Void)?

    /// The header that carries the ``ApiError/requestID`` of a call to the server, as `X-Request-ID`; nil for none.
    public var requestIDHeader: String?

    /// What carries the requests.
    public var transport: any Transport

    /// The names of JSON properties whose values no text may show.
    var secretProperties: Set<String> = []

    /// Time and chance.
    package var environment = Environment()

    /// `martlet`, with a version once there is one to tell.
    public static let defaultUserAgent = "martlet"

    /// A minute.
    public static let defaultTimeout: Duration = .seconds(60)

    /// 16 MiB
    public static let defaultMaxResponseBytes = 16 * 1024 * 1024

    /// 1,000
    public static let defaultMaxResponseHeaders = 1000

    /// 128
    public static let defaultMaxNestingDepth = 128

    /// A configuration; all but the server has a default.
    public init(
        server: URL?,
        credentials: [String: Credential] = [:],
        headers: HTTPHeaders = [:],
        timeout: Duration = Configuration.defaultTimeout,
        userAgent: String = Configuration.defaultUserAgent,
        maxResponseBytes: Int = Configuration.defaultMaxResponseBytes,
        transport: any Transport = URLSessionTransport.shared
    ) {
        self.server = server
        self.credentials = credentials
        self.headers = headers
        self.timeout = timeout
        self.userAgent = userAgent
        self.maxResponseBytes = maxResponseBytes
        self.transport = transport
    }
}

extension Configuration: SelfRedacting {
    /// All but the credentials' values and the parts of the server's URL that may be secrets.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "server": server?.withoutSecrets ?? "none",
            "credentials": credentials.keys.sorted(),
            "headers": headers,
            "timeout": timeout,
            "userAgent": userAgent,
            "maxResponseBytes": maxResponseBytes,
            "retry": retry,
            "middleware": middleware.count,
            "attemptMiddleware": attemptMiddleware.count,
            "transport": "\(type(of: transport))",
        ]
    }
}
