public import Foundation

/// An error that made a call fail, for any reason other than cancellation.
///
/// Its descriptions contain no credentials, even if the server returned one, and at most 512 bytes of a body. ``body``
/// and ``headers`` are unredacted.
public struct ApiError: Error, Sendable {
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

    /// The status code; `nil` if no response arrived.
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
    ///   - delivery: How far the request got; `nil` for the default of `kind`.
    ///   - underlying: The cause, if any.
    public init(_ kind: Kind, _ message: String, delivery: Delivery? = nil, underlying: (any Error)? = nil) {
        self.init(kind, message, response: nil, delivery: delivery, underlying: underlying)
    }

    /// Creates an error about a response. `message` must be redacted already.
    package init(
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
    /// The result is often `nil`: intermediaries send HTML, and some servers send no body.
    /// - Returns: The model; `nil` if the body is not valid for it.
    public func decoded<Model: Decodable>(_ type: Model.Type) -> Model? {
        try? JSONDocument.decode(type, from: body)
    }
}

extension ApiError: ApiModel.SelfRedacting {
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
