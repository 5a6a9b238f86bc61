public import Foundation

/// Settings of a single call that override the client's configuration.
public struct RequestOptions: Sendable {
    /// Additional headers. They replace headers of the same names, including the header of a credential.
    public var headers: HTTPHeaders

    /// The time limit of this call; `nil` for the client's ``Configuration/timeout``.
    public var timeout: Duration?

    /// The time limit of each attempt of this call; `nil` for the client's ``Configuration/attemptTimeout``.
    public var attemptTimeout: Duration?

    /// The maximum time without network traffic; `nil` for the client's ``Configuration/inactivityTimeout``.
    public var inactivityTimeout: Duration?

    /// The maximum size of the response's body in bytes; `nil` for the client's ``Configuration/maxResponseBytes``, or
    /// for no limit if the body is streamed.
    public var maxResponseBytes: Int?

    /// The retry policy of this call; `nil` for the client's ``Configuration/retry``.
    public var retry: Configuration.RetryPolicy?

    /// The treatment of array elements that do not match the document;
    /// `nil` for the client's ``Configuration/decoding``.
    public var decoding: Configuration.DecodingMode?

    /// Query parameters in addition to those of the operation, not percent-encoded.
    public var query: [(name: String, value: String)]

    /// A body that replaces the operation's, for content that its schema does not allow, such as a JSON Patch with a
    /// comment.
    public var body: HTTPBody?

    /// The media type of ``body``; `nil` for that of the body itself, or else of the operation.
    public var contentType: String?

    /// The media type or range to ask for instead of those of the operation, such as `text/csv`.
    ///
    /// The response must then have that type. If it is not the JSON that the operation describes,
    /// ``ApiResponse/rawBody`` contains the bytes, and ``ApiResponse/body`` is null if its type allows that. If not,
    /// the call throws an ``ApiError`` of kind `unexpectedContentType`, with the bytes in ``ApiError/body``.
    public var accepting: String?

    /// The URL of a file to which the body of a successful response is written as it arrives; `nil` for none.
    ///
    /// The file appears only when it is complete, and replaces an existing one. JSON is decoded as well. Any other body
    /// is kept in memory only if the operation returns text or bytes; otherwise, ``maxResponseBytes`` limits only the
    /// file. A stream of events or values begins when the file is complete. Methods with a `to:` argument ignore this
    /// setting.
    public var saveTo: URL?

    /// The content encoding of the body; `nil` for the client's ``Configuration/compression``.
    public var compression: HTTPBody.Compression?

    /// A closure that receives the progress of the body: at most ten times a second, and at its end. It is called on
    /// any thread and must return quickly. Each attempt starts from 0. For a compressed body, the compressed bytes are
    /// counted.
    public var uploadProgress: (@Sendable (HTTPBody.Progress) -> Void)?

    /// The security schemes to use instead of the operation's security requirements: the credentials of all of them are
    /// sent. `nil` for the operation's own requirements; an empty list for no credentials.
    ///
    /// ```swift
    /// try await api.getRoot(options: RequestOptions(security: [.apiKey]))
    /// ```
    public var security: [Credential.Scheme]?

    /// The URL of another page that replaces the operation's; must have the same origin.
    package var link: String?

    /// Creates options; unspecified settings are those of the client.
    public init(
        headers: HTTPHeaders = [:],
        timeout: Duration? = nil,
        attemptTimeout: Duration? = nil,
        inactivityTimeout: Duration? = nil,
        maxResponseBytes: Int? = nil,
        query: [(name: String, value: String)] = [],
        body: HTTPBody? = nil,
        contentType: String? = nil,
        retry: Configuration.RetryPolicy? = nil,
        accepting: String? = nil,
        saveTo: URL? = nil,
        decoding: Configuration.DecodingMode? = nil,
        compression: HTTPBody.Compression? = nil,
        uploadProgress: (@Sendable (HTTPBody.Progress) -> Void)? = nil,
        security: [Credential.Scheme]? = nil
    ) {
        self.headers = headers
        self.timeout = timeout
        self.attemptTimeout = attemptTimeout
        self.inactivityTimeout = inactivityTimeout
        self.maxResponseBytes = maxResponseBytes
        self.query = query
        self.body = body
        self.contentType = contentType
        self.retry = retry
        self.accepting = accepting
        self.saveTo = saveTo
        self.decoding = decoding
        self.compression = compression
        self.uploadProgress = uploadProgress
        self.security = security
    }

    /// Creates options with a body of bytes in memory; unspecified settings are those of the client.
    public init(
        headers: HTTPHeaders = [:],
        timeout: Duration? = nil,
        attemptTimeout: Duration? = nil,
        inactivityTimeout: Duration? = nil,
        maxResponseBytes: Int? = nil,
        query: [(name: String, value: String)] = [],
        body: Data,
        contentType: String? = nil,
        retry: Configuration.RetryPolicy? = nil,
        accepting: String? = nil,
        saveTo: URL? = nil,
        decoding: Configuration.DecodingMode? = nil,
        compression: HTTPBody.Compression? = nil,
        uploadProgress: (@Sendable (HTTPBody.Progress) -> Void)? = nil,
        security: [Credential.Scheme]? = nil
    ) {
        self.init(
            headers: headers,
            timeout: timeout,
            attemptTimeout: attemptTimeout,
            inactivityTimeout: inactivityTimeout,
            maxResponseBytes: maxResponseBytes,
            query: query,
            body: HTTPBody(body),
            contentType: contentType,
            retry: retry,
            accepting: accepting,
            saveTo: saveTo,
            decoding: decoding,
            compression: compression,
            uploadProgress: uploadProgress,
            security: security
        )
    }
}

extension RequestOptions: ApiModel.SelfRedacting {
    /// The headers, the timeout, the names of query parameters and a summary of the body; no query values and no body
    /// bytes.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "headers": headers,
            "timeout": timeout.map { "\($0)" } ?? "default",
            "query": query.map(\.name),
            "body": body.map { "\($0)" } ?? "none",
        ]
    }
}
