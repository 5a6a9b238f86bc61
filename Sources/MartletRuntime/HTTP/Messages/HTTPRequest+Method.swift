extension HTTPRequest {
    /// An HTTP request method (RFC 9110, section 9). Methods are case-sensitive: `GET` and `get` are different.
    public struct Method: RawRepresentable, Hashable, Sendable {
        /// The method's name; must be a token (RFC 9110, section 5.6.2).
        public let rawValue: String

        /// Creates a method. ``ApiClient`` reports a name that is not a token as an error.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The method `GET`.
        public static let get = Method(rawValue: "GET")
        /// The method `POST`.
        public static let post = Method(rawValue: "POST")
        /// The method `PUT`.
        public static let put = Method(rawValue: "PUT")
        /// The method `PATCH`.
        public static let patch = Method(rawValue: "PATCH")
        /// The method `DELETE`.
        public static let delete = Method(rawValue: "DELETE")
        /// The method `HEAD`.
        public static let head = Method(rawValue: "HEAD")
        /// The method `OPTIONS`.
        public static let options = Method(rawValue: "OPTIONS")
        /// The method `TRACE`.
        public static let trace = Method(rawValue: "TRACE")

        /// Whether requests must not have a body. RFC 9110 defines no meaning for it, and URLSession fails or drops it.
        var forbidsBody: Bool { [.get, .head, .trace].contains(self) }

        /// Whether a request without a body is sent with `Content-Type: application/json` and `Content-Length: 0`.
        /// LaunchDarkly's reset endpoint answers 415 without the former.
        var announcesEmptyBody: Bool { [.post, .put, .patch].contains(self) }
    }
}
