package import MartletSource

/// A way to authenticate (Security Scheme Object, 4.27).
package struct SecurityScheme: Sendable {
    package enum Kind: Sendable {
        /// A key in a header, the query or a cookie of that name.
        case apiKey(name: SpecText, place: Parameter.Place)
        /// An authentication scheme of HTTP, in lower case, such as `basic` (RFC 9110, section 16.4.1).
        case http(scheme: String)
        case oauth2([OAuthFlow])
        case openIDConnect(url: SpecText)
        case mutualTLS
    }

    package let kind: Kind
    package var description: SpecText?
    package let isDeprecated: Bool
    package let location: Location
}

/// A way to get a token (OAuth Flow Object, 4.29).
package struct OAuthFlow: Sendable {
    package enum Kind: Sendable {
        case implicit, password, clientCredentials, authorizationCode, deviceAuthorization
    }

    package let kind: Kind
    package let tokenURL: SpecText?
    package let refreshURL: SpecText?
    /// Scopes with what they permit, in document order.
    package let scopes: [(name: SpecText, description: SpecText?)]
}

/// Schemes that must all be satisfied for a call (Security Requirement Object, 4.30).
package struct SecurityRequirement: Sendable {
    /// Names of schemes; empty when the call may go without credentials.
    package let schemes: [SpecText]
    package let location: Location
}
