public import Foundation

/// What one call does differently from the client's configuration.
public struct RequestOptions: Sendable {
    /// Headers for this call. They replace those of the same names, the credential's included.
    public var headers: HTTPHeaders

    /// How long this call may take; nil for the client's ``Configuration/timeout``.
    public var timeout: Duration?

    /// How long one attempt of this call may take; nil for the client's ``Configuration/attemptTimeout``.
    public var attemptTimeout: Duration?

    /// How long nothing may come or go; nil for the client's ``Configuration/inactivityTimeout``.
    public var inactivityTimeout: Duration?

    /// How many bytes the response's body may have; nil for the client's ``Configuration/maxResponseBytes``, and for no
    /// limit where the body is streamed.
    public var maxResponseBytes: Int?

    /// When and how often this call is tried again; nil for the client's ``Configuration/retry``.
    public var retry: RetryPolicy?

    /// What happens to elements of collections that are not what the document says; nil for the client's
    /// ``Configuration/decoding``.
    public var decoding: DecodingMode?

    /// Query parameters in addition to those of the operation; encoded when sent.
    public var query: [(name: String, value: String)]

    /// A body instead of the operation's, for what its schema does not allow, as a comment around a JSON Patch.
    public var body: HTTPBody?

    /// The media type of ``body``; nil for that of the operation.
    public var contentType: String?

    /// The URL of another page instead of the operation's; it has to be of the same origin.
    var link: String?

    /// Options that change nothing but what is given.
    public init(
        headers: HTTPHeaders = [:],
        timeout: Duration? = nil,
        query: [(name: String, value: String)] = [],
        body: HTTPBody? = nil,
        contentType: String? = nil,
        retry: RetryPolicy? = nil
    ) {
        self.headers = headers
        self.timeout = timeout
        self.query = query
        self.body = body
        self.contentType = contentType
        self.retry = retry
    }

    /// Options that change nothing but what is given, with bytes in memory as the body.
    public init(
        headers: HTTPHeaders = [:],
        timeout: Duration? = nil,
        query: [(name: String, value: String)] = [],
        body: Data,
        contentType: String? = nil,
        retry: RetryPolicy? = nil
    ) {
        self.init(
            headers: headers,
            timeout: timeout,
            query: query,
            body: HTTPBody(body),
            contentType: contentType,
            retry: retry
        )
    }
}

extension RequestOptions: SelfRedacting {
    /// All but the values of the query and the bytes of the body.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "headers": headers,
            "timeout": timeout.map { "\($0)" } ?? "default",
            "query": query.map(\.name),
            "body": body.map { "\($0)" } ?? "none",
        ]
    }
}
