public import Foundation

/// Whatever kept a call from succeeding, cancellation apart.
///
/// Its texts show no credential, not even one that the server sent back, and at most 512 bytes of a body. ``body``
/// and ``headers`` are what came, unchanged.
public struct ApiError: Error, Sendable {
    /// What went wrong, in as few kinds as callers need to tell apart.
    public enum Kind: Sendable, Hashable {
        /// An argument, a header, the server's URL or the request as a whole cannot be sent. Nothing was sent.
        case invalidRequest
        /// The operation needs a credential that the configuration lacks. Nothing was sent.
        case missingCredential
        /// The source of a credential failed, as with a token endpoint that refuses to give a token; ``underlying`` says
        /// why. Nothing was sent. When the source could not be reached, the kind is `transport`, `tls` or `timeout`.
        case credentialUnavailable
        /// The connection failed, or broke before the response was complete.
        case transport
        /// The handshake of TLS failed: a certificate is not to be trusted, or the two sides found no common ground.
        /// ``delivery`` is `notSent`, unless the system does not say whether it was over for the client. What fails after
        /// the handshake is `transport`.
        case tls
        /// The response was not complete in time.
        case timeout
        /// A file on this machine cannot be written: the destination of a download, or the temporary file that a body is
        /// put together in. The disk may be full, or the permission missing.
        case file
        /// The response has more than ``Configuration/maxResponseBytes`` or ``Configuration/maxResponseHeaders``.
        case responseTooLarge
        /// A streamed body came faster than it was read, over a transport that cannot make the server wait.
        case slowConsumer
        /// The server answered 3xx. Redirects are not followed, unless ``Configuration/redirects`` says so: credentials
        /// must not travel to another place.
        case redirect
        /// The server answered with a status that is no success.
        case status
        /// The server answered with a success that the document does not list for the operation.
        case undocumentedStatus
        /// A success has a body that is not JSON.
        case unexpectedContentType
        /// A success has a JSON body that is not what the document says.
        case decoding
    }

    /// How far the request got, as far as can be known.
    public enum Delivery: Sendable, Hashable {
        /// The server has seen nothing of it.
        case notSent
        /// The server may have seen it, and acted on it, or not.
        case unknown
        /// The server has answered it.
        case answered
    }

    /// What went wrong.
    public let kind: Kind

    /// What went wrong, for people: one sentence, with the operation and, for a failure status, the start of the body.
    public internal(set) var message: String

    /// The status code; nil when no response arrived.
    public let statusCode: Int?

    /// The response's headers; empty when no response arrived.
    public let headers: HTTPHeaders

    /// The response's body as it came; empty when there was none.
    public let body: Data

    /// The error below this one, if there was one: of the transport, the encoder or the decoder. Its own texts are
    /// not redacted.
    public let underlying: (any Error)?

    /// How far the request got, in the last attempt.
    public let delivery: Delivery

    /// What else is known of the call.
    var call: CallRecord?

    /// An error without a response. Transports of your own throw it to say `timeout` or `responseTooLarge`.
    ///
    /// - Parameter delivery: How far the request got; nil for what the kind implies.
    public init(_ kind: Kind, _ message: String, delivery: Delivery? = nil, underlying: (any Error)? = nil) {
        self.init(kind, message, response: nil, delivery: delivery, underlying: underlying)
    }

    /// An error about a response. `message` must be redacted already.
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

    /// The body as the model that the document gives for this status; nil when it is not that.
    ///
    /// Intermediaries answer in HTML and servers with nothing at all, so nil is a usual answer.
    public func decoded<Model: Decodable>(_ type: Model.Type) -> Model? {
        try? JSONDocument.decode(type, from: body)
    }
}

extension ApiError: LocalizedError {
    /// ``message``
    public var errorDescription: String? { message }
}

extension ApiError: SelfRedacting {
    /// All but the values of headers, the bytes of the body and the texts of the underlying error.
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

    /// ``message``
    public var description: String { message }
}
