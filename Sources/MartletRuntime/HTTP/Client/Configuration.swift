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

    /// How long a call may take as a whole; above zero. Fractions of a second count.
    public var timeout: Duration

    /// The `User-Agent` header.
    public var userAgent: String

    /// How many bytes the body of a response may have, after content decoding.
    public var maxResponseBytes: Int

    /// What carries the requests.
    public var transport: any Transport

    /// `martlet`, with a version once there is one to tell.
    public static let defaultUserAgent = "martlet"

    /// 16 MiB
    public static let defaultMaxResponseBytes = 16 * 1024 * 1024

    /// A configuration; all but the server has a default.
    public init(
        server: URL?,
        credentials: [String: Credential] = [:],
        headers: HTTPHeaders = [:],
        timeout: Duration = .seconds(60),
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
            "transport": "\(type(of: transport))",
        ]
    }
}
