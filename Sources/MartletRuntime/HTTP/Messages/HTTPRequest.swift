public import Foundation

/// A request ready to be sent: checked and complete.
///
/// A ``Middleware`` sees it without credentials, a ``Transport`` with them.
public struct HTTPRequest: Sendable, Hashable {
    /// The method.
    public var method: HTTPMethod

    /// The absolute URL, `http` or `https`.
    public var url: URL

    /// Valid header fields, secrets included; the descriptions of this request leave those out.
    public var headers: HTTPHeaders

    /// The body; nil for none, which differs from an empty one.
    public var body: HTTPBody?

    /// How long the exchange may take, from its beginning to the last byte of the response, or to the end of its head
    /// when the body is streamed; above zero.
    public var timeout: Duration

    /// How long nothing may come or go; above zero. While a streamed body waits for its consumer, time stands still.
    public var inactivityTimeout: Duration

    /// How many bytes the response's body may have after content decoding.
    public var maxResponseBytes: Int

    /// How many header fields the response may have.
    public var maxResponseHeaders: Int

    /// The names in the query, percent-encoded, whose values are credentials.
    var secretQueryNames: Set<String> = []

    /// A request of these parts. Nothing is checked here.
    public init(
        method: HTTPMethod,
        url: URL,
        headers: HTTPHeaders = [:],
        body: HTTPBody? = nil,
        timeout: Duration = Configuration.defaultTimeout,
        inactivityTimeout: Duration = Configuration.defaultTimeout,
        maxResponseBytes: Int = Configuration.defaultMaxResponseBytes,
        maxResponseHeaders: Int = Configuration.defaultMaxResponseHeaders
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.inactivityTimeout = inactivityTimeout
        self.maxResponseBytes = maxResponseBytes
        self.maxResponseHeaders = maxResponseHeaders
    }

    /// A request with bytes in memory as its body, and the usual limits.
    public init(method: HTTPMethod, url: URL, headers: HTTPHeaders = [:], body: Data) {
        self.init(method: method, url: url, headers: headers, body: HTTPBody(body))
    }
}

extension HTTPRequest: SelfRedacting {
    /// All but the query and the bytes of the body.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "method": method.rawValue,
            "url": url.withoutSecrets,
            "headers": headers,
            "body": body.map { "\($0)" } ?? "none",
        ]
    }
}

extension URL {
    /// Scheme, host, port and path: what may be shown of a URL. User, password, query and fragment may be secrets.
    package var withoutSecrets: String {
        "\(scheme ?? "")://\(host(percentEncoded: true) ?? "")\(port.map { ":\($0)" } ?? "")\(path(percentEncoded: true))"
    }
}
