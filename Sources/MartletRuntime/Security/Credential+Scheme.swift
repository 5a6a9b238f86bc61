extension Credential {
    /// A security scheme of the document, with the place of its credential in a request (OpenAPI 3.2.0, section 4.27,
    /// Security Scheme Object).
    public struct Scheme: Sendable, Hashable {
        /// The place of a credential in a request.
        package enum Place: Sendable, Hashable {
            case header(String)
            case query(String)
            case cookie(String)
            /// The connection authenticates the caller; the request carries nothing.
            case connection
        }

        /// The key of the credential in ``Configuration/credentials``.
        public let name: String

        package let place: Place

        /// The text before the credential, such as `Bearer`, unless the credential has its own prefix.
        package let prefix: String?

        /// Creates a scheme.
        package init(name: String, place: Place, prefix: String?) {
            self.name = name
            self.place = place
            self.prefix = prefix
        }
    }
}
