/// A security scheme of the document, with the place of its credential in a request (OpenAPI 3.2.0, section 4.27,
/// Security Scheme Object).
public struct SecurityScheme: Sendable, Hashable {
    /// The place of a credential in a request.
    enum Place: Sendable, Hashable {
        case header(String)
        case query(String)
        case cookie(String)
        /// The connection authenticates the caller; the request carries nothing.
        case connection
    }

    /// The key of the credential in ``Configuration/credentials``.
    public let name: String

    let place: Place

    /// The text before the credential, such as `Bearer`, unless the credential has its own prefix.
    let prefix: String?

    /// Creates a scheme of `type: apiKey` and `in: header`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - header: The name of the header.
    public static func apiKey(_ name: String, header: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .header(header), prefix: nil)
    }

    /// Creates a scheme of `type: apiKey` and `in: query`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - query: The name of the query parameter.
    public static func apiKey(_ name: String, query: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .query(query), prefix: nil)
    }

    /// Creates a scheme of `type: apiKey` and `in: cookie`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - cookie: The name of the cookie.
    public static func apiKey(_ name: String, cookie: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .cookie(cookie), prefix: nil)
    }

    /// Creates a scheme of `type: http`: the header `Authorization` with the authentication scheme before the
    /// credential (RFC 9110, section 11.6.2).
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - scheme: The authentication scheme as it appears in the header, such as `Digest`.
    public static func http(_ name: String, scheme: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .header("Authorization"), prefix: scheme)
    }

    /// Creates a scheme for basic authentication (RFC 7617); ``Credential/basic(username:password:)`` creates its
    /// credential.
    public static func basic(_ name: String) -> SecurityScheme { http(name, scheme: "Basic") }

    /// Creates a scheme for a bearer token (RFC 6750), as issued by OAuth 2 and OpenID Connect.
    public static func bearer(_ name: String) -> SecurityScheme { http(name, scheme: "Bearer") }

    /// Creates a scheme of `type: mutualTLS`. The transport presents the certificate, so that requests carry no
    /// credential.
    public static func mutualTLS(_ name: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .connection, prefix: nil)
    }
}
