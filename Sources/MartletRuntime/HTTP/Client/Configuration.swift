public import Foundation

/// The settings that all calls of a client share.
public struct Configuration: Sendable {
    /// The base URL of the API, such as `https://app.launchdarkly.com`. A path in the URL is kept.
    ///
    /// The scheme must be `https`; `http` is allowed only for loopback hosts and those of ``allowsInsecureHTTP``. The
    /// URL must not have a user, a password, a query or a fragment. Invalid URLs and `nil`, which `URL(string:)`
    /// returns for malformed text, are reported as errors when a request is sent.
    public var server: URL?

    /// The hosts that may be reached over plain http, besides loopback hosts.
    public var allowsInsecureHTTP = InsecureHTTP.never

    /// The credentials, by the names of the document's security schemes.
    public var credentials: [String: Credential]

    /// Headers for all requests, such as `LD-API-Version`. A header that the operation sets itself takes precedence.
    public var headers: HTTPHeaders

    /// The time limit of a call, including all attempts, pauses and waits for credentials; greater than zero. Fractions
    /// of a second are honored.
    ///
    /// For a call whose body is streamed, the limit applies until the response's head has arrived.
    public var timeout: Duration

    /// The time limit of one attempt, including the wait for a credential; greater than zero. `nil` for the remaining
    /// time of ``timeout``.
    public var attemptTimeout: Duration?

    /// The maximum time without traffic on a connection; greater than zero.
    public var inactivityTimeout: Duration = Configuration.defaultTimeout

    /// The value of the `User-Agent` header.
    public var userAgent: String

    /// The maximum size of a response's body in bytes, after content decoding. Streamed bodies are limited only by
    /// ``RequestOptions/maxResponseBytes``.
    public var maxResponseBytes: Int

    /// The maximum number of header fields of a response.
    public var maxResponseHeaders = Configuration.defaultMaxResponseHeaders

    /// The maximum nesting depth of arrays and objects in a decoded body; a deeper body is an ``ApiError`` of kind
    /// `decoding`. Bodies up to the default depth can be decoded on a stack of 512 KiB; a greater depth needs a larger
    /// stack.
    public var maxNestingDepth = Configuration.defaultMaxNestingDepth

    /// The retry policy.
    public var retry = RetryPolicy.standard

    /// The policy for following redirects.
    public var redirects = RedirectPolicy.never

    /// The treatment of array elements that do not match the document.
    public var decoding = DecodingMode.strict

    /// The content encoding of the bodies of requests.
    public var compression = HTTPBody.Compression.none

    /// The middleware that intercepts each call once, without credentials; the first is the outermost.
    public var middleware: [Middleware] = []

    /// The middleware that intercepts each request right before it is sent, with credentials; the first is the
    /// outermost.
    ///
    /// It runs for each attempt and each redirect that is followed. Use it to sign and trace requests. A credential
    /// that it adds satisfies the operation's security requirement.
    public var attemptMiddleware: [Middleware] = []

    /// A closure that receives an entry for each event of a call, on any thread. It must return quickly.
    public var log: (@Sendable (LogEntry) -> Void)?

    /// The name of the header that sends the ``ApiError/requestID`` of a call to the server, such as `X-Request-ID`;
    /// `nil` for none.
    public var requestIDHeader: String?

    /// The transport that sends the requests.
    public var transport: any Transport

    /// The names of JSON properties whose values never appear in logs or errors.
    var secretProperties: Set<String> = []

    /// The clocks and random sources.
    package var environment = Environment()

    /// The default `User-Agent` header: `martlet`.
    public static let defaultUserAgent = "martlet"

    /// The default time limit of a call and of inactivity: 60 seconds.
    public static let defaultTimeout: Duration = .seconds(60)

    /// The default maximum size of a response's body: 16 MiB.
    public static let defaultMaxResponseBytes = 16 * 1024 * 1024

    /// The default maximum number of header fields: 1,000.
    public static let defaultMaxResponseHeaders = 1000

    /// The default maximum nesting depth: 128.
    public static let defaultMaxNestingDepth = 128

    /// Creates a configuration; all settings but the server have defaults.
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

extension Configuration: ApiModel.SelfRedacting {
    /// The main settings, without the credentials' values and the parts of the server's URL that may be secret.
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
