public import MartletRuntime

extension Credential.Scheme {
    /// Creates a scheme of `type: apiKey` and `in: header`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - header: The name of the header.
    public static func apiKey(_ name: String, header: String) -> Credential.Scheme {
        Credential.Scheme(name: name, place: .header(header), prefix: nil)
    }

    /// Creates a scheme of `type: apiKey` and `in: query`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - query: The name of the query parameter.
    public static func apiKey(_ name: String, query: String) -> Credential.Scheme {
        Credential.Scheme(name: name, place: .query(query), prefix: nil)
    }

    /// Creates a scheme of `type: apiKey` and `in: cookie`.
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - cookie: The name of the cookie.
    public static func apiKey(_ name: String, cookie: String) -> Credential.Scheme {
        Credential.Scheme(name: name, place: .cookie(cookie), prefix: nil)
    }

    /// Creates a scheme of `type: http`: the header `Authorization` with the authentication scheme before the
    /// credential (RFC 9110, section 11.6.2).
    /// - Parameters:
    ///   - name: The key of the scheme in the document.
    ///   - scheme: The authentication scheme as it appears in the header, such as `Digest`.
    public static func http(_ name: String, scheme: String) -> Credential.Scheme {
        Credential.Scheme(name: name, place: .header("Authorization"), prefix: scheme)
    }

    /// Creates a scheme for basic authentication (RFC 7617); ``Credential/basic(username:password:)`` creates its
    /// credential.
    public static func basic(_ name: String) -> Credential.Scheme { http(name, scheme: "Basic") }

    /// Creates a scheme for a bearer token (RFC 6750), as issued by OAuth 2 and OpenID Connect.
    public static func bearer(_ name: String) -> Credential.Scheme { http(name, scheme: "Bearer") }

    /// Creates a scheme of `type: mutualTLS`. The transport presents the certificate, so that requests carry no
    /// credential.
    public static func mutualTLS(_ name: String) -> Credential.Scheme {
        Credential.Scheme(name: name, place: .connection, prefix: nil)
    }
}
