public import Foundation

/// A request ready to be sent: checked, complete, and with the credentials in its headers.
public struct HTTPRequest: Sendable, Hashable {
    /// The method.
    public var method: HTTPMethod

    /// The absolute URL, `http` or `https`.
    public var url: URL

    /// Valid header fields, secrets included; the descriptions of this request leave those out.
    public var headers: HTTPHeaders

    /// The body; nil for none, which differs from an empty one.
    public var body: Data?

    /// How long the exchange may take from the first byte sent to the last one received; above zero.
    public var timeout: Duration

    /// How many bytes the response's body may have after content decoding.
    public var maxResponseBytes: Int

    /// A request of these parts. Nothing is checked here.
    public init(
        method: HTTPMethod,
        url: URL,
        headers: HTTPHeaders = [:],
        body: Data? = nil,
        timeout: Duration = .seconds(60),
        maxResponseBytes: Int = Configuration.defaultMaxResponseBytes
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.maxResponseBytes = maxResponseBytes
    }
}

extension HTTPRequest: SelfRedacting {
    /// All but the query and the bytes of the body.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "method": method.rawValue,
            "url": url.withoutSecrets,
            "headers": headers,
            "body": body.map { "\($0.count) bytes" } ?? "none",
        ]
    }
}

extension URL {
    /// Scheme, host, port and path: what may be shown of a URL. User, password, query and fragment may be secrets.
    var withoutSecrets: String {
        "\(scheme ?? "")://\(host(percentEncoded: true) ?? "")\(port.map { ":\($0)" } ?? "")\(path(percentEncoded: true))"
    }
}
