public import Foundation

/// A complete and validated HTTP request.
///
/// A ``Middleware`` receives it without credentials (unless it is one of ``Configuration/attemptMiddleware``), a
/// ``Transport`` with them.
public struct HTTPRequest: Sendable, Hashable {
    /// The HTTP method.
    public var method: Method

    /// The absolute URL, with the scheme `http` or `https`.
    public var url: URL

    /// The header fields, including secrets, which descriptions of the request do not contain.
    public var headers: HTTPHeaders

    /// The body; `nil` for none, which differs from an empty body.
    public var body: HTTPBody?

    /// The time limit from the start of the exchange to the last byte of the response, or to the end of its head if the
    /// body is streamed; greater than zero.
    public var timeout: Duration

    /// The maximum time without network traffic; greater than zero. The time in which a streamed body waits for its
    /// reader does not count.
    public var inactivityTimeout: Duration

    /// The maximum size of the response's body in bytes, after content decoding.
    public var maxResponseBytes: Int

    /// The maximum number of header fields of the response.
    public var maxResponseHeaders: Int

    /// The operation that is called; `nil` for a request that was not made from an operation.
    public internal(set) var operation: ApiClient.Operation?

    /// The meter of the body's progress; `nil` if it is not observed.
    package internal(set) var uploadMeter: UploadMeter?

    /// The percent-encoded names of the query parameters whose values are credentials.
    package internal(set) var secretQueryNames: Set<String> = []

    /// The values of parameters and of the body that descriptions never contain.
    package var secrets: [String] = []

    /// Creates a request. The values are not validated.
    public init(
        method: Method,
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

    /// Creates a request with a body of bytes in memory and the default limits.
    public init(method: Method, url: URL, headers: HTTPHeaders = [:], body: Data) {
        self.init(method: method, url: url, headers: headers, body: HTTPBody(body))
    }
}

extension HTTPRequest: ApiModel.SelfRedacting {
    /// All properties except the query and the bytes of the body.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "method": method.rawValue,
            "url": shownURL,
            "headers": headers,
            "body": body.map { "\($0)" } ?? "none",
        ]
    }
}

extension HTTPRequest {
    /// The URL without the components that may be secret, and without secret values in the path.
    var shownURL: String {
        secrets.isEmpty ? url.withoutSecrets : Redaction(secrets: secrets).replacingSecrets(in: url.withoutSecrets)
    }
}

extension URL {
    /// The scheme, host, port and path, without the components that may be secret: user, password, query and fragment.
    package var withoutSecrets: String {
        "\(scheme ?? "")://\(host(percentEncoded: true) ?? "")\(port.map { ":\($0)" } ?? "")\(path(percentEncoded: true))"
    }
}
