public import Foundation

/// An error that made a call fail, for any reason other than cancellation.
///
/// Its descriptions contain no credentials, even if the server returned one, and at most 512 bytes of a body. ``body``
/// and ``headers`` are unredacted.
public struct ApiError: Error, Sendable {
    /// The category of an error.
    public enum Kind: Sendable, Hashable {
        /// An argument, a header, the server's URL or the request as a whole is invalid. Nothing was sent.
        case invalidRequest
        /// The operation requires a credential that the configuration does not provide. Nothing was sent.
        case missingCredential
        /// The source of a credential failed, for example because a token endpoint rejected the request;
        /// ``ApiError/underlying`` is the cause. Nothing was sent. If the source could not be reached, the kind is
        /// `transport`, `tls` or `timeout` instead.
        case credentialUnavailable
        /// The connection failed, or broke before the response was complete.
        case transport
        /// The TLS handshake failed: a certificate is not trusted, or client and server have no protocol version or
        /// cipher in common. ``ApiError/delivery`` is `notSent`, unless the system does not report whether the client
        /// had completed the handshake. Errors after the handshake are `transport` errors.
        case tls
        /// The response was not complete within the time limit.
        case timeout
        /// A local file cannot be written: the destination of a download, or the temporary file of a request body. The
        /// disk may be full, or the permission missing.
        case file
        /// The response exceeds ``Configuration/maxResponseBytes`` or ``Configuration/maxResponseHeaders``.
        case responseTooLarge
        /// A streamed body arrived faster than it was read, over a transport without back pressure.
        case slowConsumer
        /// The server answered with a redirect (3xx) that was not followed. By default, none is followed, so that
        /// credentials are never sent to another location; see ``Configuration/redirects``. The message has the target.
        case redirect
        /// The server answered 304: what the caller has is still current (RFC 9110, section 15.4.5). The headers, such as
        /// `ETag`, are in ``ApiError/headers``.
        case notModified
        /// The server answered with a status code that does not indicate success.
        case status
        /// The server answered with a success status code that the document does not define for the operation, and that
        /// cannot be read as the one that it defines: there are several, or the required body is missing.
        case undocumentedStatus
        /// The media type of a successful response is not JSON, or not one that the document describes.
        case unexpectedContentType
        /// The JSON body of a successful response does not match the document.
        case decoding
    }

    /// How far the request got, as far as the client can determine.
    public enum Delivery: Sendable, Hashable {
        /// The request did not reach the server.
        case notSent
        /// The request may have reached the server, and the server may have processed it.
        case unknown
        /// The server responded to the request.
        case answered
    }

    /// The category of the error.
    public let kind: Kind

    /// A description of the error: one sentence with the operation and, for a failure status, the start of the body.
    public internal(set) var message: String

    /// The status code; nil if no response arrived.
    public let statusCode: Int?

    /// The response's headers; empty if no response arrived.
    public let headers: HTTPHeaders

    /// The response's body, unredacted; empty if there was none.
    public let body: Data

    /// The underlying error of the transport, the encoder or the decoder, if any. Its descriptions are not redacted.
    public let underlying: (any Error)?

    /// How far the request got in the last attempt.
    public let delivery: Delivery

    /// The record of the call.
    var call: CallRecord?

    /// Creates an error without a response, such as a `timeout` or `responseTooLarge` error of a custom transport.
    ///
    /// - Parameters:
    ///   - kind: The category of the error.
    ///   - message: A description of the error.
    ///   - delivery: How far the request got; nil for the default of `kind`.
    ///   - underlying: The cause, if any.
    public init(_ kind: Kind, _ message: String, delivery: Delivery? = nil, underlying: (any Error)? = nil) {
        self.init(kind, message, response: nil, delivery: delivery, underlying: underlying)
    }

    /// Creates an error about a response. `message` must be redacted already.
    init(
        _ kind: Kind,
        _ message: String,
        response: HTTPResponse?,
        delivery: Delivery? = nil,
        underlying: (any Error)? = nil
    ) {
        self.kind = kind
        self.message = message
        statusCode = response?.statusCode
        headers = response?.headers ?? [:]
        body = response?.body ?? Data()
        self.underlying = underlying
        self.delivery =
            switch kind {
            case .invalidRequest, .missingCredential, .credentialUnavailable: .notSent
            case _ where response != nil: .answered
            default: delivery ?? (kind == .tls ? .notSent : .unknown)
            }
    }

    /// Decodes the body as a model, such as the one that the document defines for this status.
    ///
    /// The result is often nil: intermediaries send HTML, and some servers send no body.
    /// - Returns: The model; nil if the body is not valid for it.
    public func decoded<Model: Decodable>(_ type: Model.Type) -> Model? {
        try? JSONDocument.decode(type, from: body)
    }
}

extension ApiError: LocalizedError {
    /// The same text as ``message``.
    public var errorDescription: String? { message }
}

extension ApiError: SelfRedacting {
    /// All properties except the values of headers, the bytes of the body and the descriptions of the underlying error.
    public var shownProperties: KeyValuePairs<String, Any> {
        [
            "kind": kind,
            "message": message,
            "statusCode": statusCode.map { "\($0)" } ?? "none",
            "headers": headers.map(\.name),
            "body": "\(body.count) bytes",
            "delivery": delivery,
            "attempts": attempts,
            "requestID": requestID ?? "none",
            "underlying": underlying.map { "\(type(of: $0))" } ?? "none",
        ]
    }

    /// The same text as ``message``.
    public var description: String { message }
}
