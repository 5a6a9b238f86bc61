extension ApiError {
    /// The category of an error. Later versions may add categories.
    ///
    /// ```swift
    /// do { … } catch ApiError.Kind.timeout { … }
    /// ```
    public struct Kind: Sendable, Hashable {
        /// An argument, a header, the server's URL or the request as a whole is invalid. Nothing was sent.
        public static let invalidRequest = Kind(1, "invalidRequest")
        /// The operation requires a credential, and none of the alternatives that the document allows is complete:
        /// neither ``Configuration/credentials``, nor headers, nor middleware provide it. Nothing was sent.
        public static let missingCredential = Kind(2, "missingCredential")
        /// The source of a credential failed, for example because a token endpoint rejected the request;
        /// ``ApiError/underlying`` is the cause. Nothing was sent. If the source could not be reached, the kind is
        /// `transport`, `tls` or `timeout` instead.
        public static let credentialUnavailable = Kind(3, "credentialUnavailable")
        /// A connection to the server or to the source of a credential could not be made, or it broke before the
        /// response was complete. ``ApiError/delivery`` tells how far the request got.
        public static let transport = Kind(4, "transport")
        /// The TLS handshake failed: a certificate is not trusted, or client and server have no protocol version or
        /// cipher in common. ``ApiError/delivery`` is `notSent`, unless the system does not report whether the client
        /// had completed the handshake. Errors after the handshake are `transport` errors.
        public static let tls = Kind(5, "tls")
        /// The response was not complete within the time limit.
        public static let timeout = Kind(6, "timeout")
        /// A local file cannot be written: the destination of a download, or the temporary file of a request body. The
        /// disk may be full, or permission may be missing.
        public static let file = Kind(7, "file")
        /// The response exceeds ``Configuration/maxResponseBytes`` or ``Configuration/maxResponseHeaders``.
        public static let responseTooLarge = Kind(8, "responseTooLarge")
        /// A streamed body arrived faster than it was read, over a transport without back pressure.
        public static let slowConsumer = Kind(9, "slowConsumer")
        /// The server answered with a redirect (3xx) that was not followed. By default, none is followed, so that
        /// credentials are never sent to another location; see ``Configuration/redirects``. The message contains the
        /// target.
        public static let redirect = Kind(10, "redirect")
        /// The server answered with a status code that does not indicate success.
        public static let status = Kind(11, "status")
        /// The server answered with a success status code that the document does not define for the operation. It was
        /// not treated as a defined one, because the document defines several or because the required body is missing.
        public static let undocumentedStatus = Kind(12, "undocumentedStatus")
        /// The media type of a successful response is not JSON, or not one that the document describes.
        public static let unexpectedContentType = Kind(13, "unexpectedContentType")
        /// The JSON body of a successful response does not match the document.
        public static let decoding = Kind(14, "decoding")

        /// The server answered 304: the caller's copy is still current (RFC 9110, section 15.4.5). ``ApiError/headers``
        /// contains the response's headers, such as `ETag`.
        public static let notModified = Kind(15, "notModified")

        /// The stream of a request's body failed, has a length other than announced, or has already been read;
        /// ``ApiError/underlying`` is the cause. The server has not received a complete request.
        public static let requestBody = Kind(16, "requestBody")

        /// A middleware threw an error of its own, which is ``ApiError/underlying``.
        public static let middleware = Kind(17, "middleware")

        /// The number of the category, which never changes; the code of an `NSError`.
        public let code: Int
        private let name: String

        private init(_ code: Int, _ name: String) {
            self.code = code
            self.name = name
        }

        /// Whether an error is an ``ApiError`` of a category, for patterns of `catch`.
        public static func ~= (kind: Kind, error: any Error) -> Bool { (error as? ApiError)?.kind == kind }
    }
}

extension ApiError.Kind: CustomStringConvertible {
    /// The name of the category, such as `timeout`.
    public var description: String { name }
}
