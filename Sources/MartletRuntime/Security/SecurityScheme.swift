/// A security scheme as the document names it, and where its credential goes (OpenAPI, Security Scheme Object).
public struct SecurityScheme: Sendable, Hashable {
    /// Where a credential travels.
    enum Place: Sendable, Hashable {
        case header(String)
        case query(String)
        case cookie(String)
        /// The connection proves who calls, not the request.
        case connection
    }

    /// The name under which ``Configuration/credentials`` holds the credential.
    public let name: String

    let place: Place

    /// What stands before the credential unless it says so itself, as `Bearer`.
    let prefix: String?

    /// A scheme of `type: apiKey` and `in: header`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - header: The name of the header.
    public static func apiKey(_ name: String, header: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .header(header), prefix: nil)
    }

    /// A scheme of `type: apiKey` and `in: query`.
    /// - Parameter query: The name of the query parameter.
    public static func apiKey(_ name: String, query: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .query(query), prefix: nil)
    }

    /// A scheme of `type: apiKey` and `in: cookie`.
    /// - Parameter cookie: The name of the cookie.
    public static func apiKey(_ name: String, cookie: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .cookie(cookie), prefix: nil)
    }

    /// A scheme of `type: http`: the header `Authorization` with the authentication scheme before the credential
    /// (RFC 9110, section 11.6.2).
    /// - Parameter scheme: As it stands in the header, such as `Digest`.
    public static func http(_ name: String, scheme: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .header("Authorization"), prefix: scheme)
    }

    /// Basic authentication (RFC 7617); ``Credential/basic(username:password:)`` makes the credential.
    public static func basic(_ name: String) -> SecurityScheme { http(name, scheme: "Basic") }

    /// A bearer token (RFC 6750), which OAuth 2 and OpenID Connect give.
    public static func bearer(_ name: String) -> SecurityScheme { http(name, scheme: "Bearer") }

    /// A scheme of `type: mutualTLS`. The transport presents the certificate, so a request needs nothing.
    public static func mutualTLS(_ name: String) -> SecurityScheme {
        SecurityScheme(name: name, place: .connection, prefix: nil)
    }
}
