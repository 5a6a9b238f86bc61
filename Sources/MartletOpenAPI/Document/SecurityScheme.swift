package import MartletSource

/// A security scheme (OpenAPI 3.2.0, 4.27, Security Scheme Object).
package struct SecurityScheme: Sendable {
    package enum Kind: Sendable {
        /// A key in the header, query parameter or cookie with the given name.
        case apiKey(name: SpecText, place: Parameter.Place)
        /// An HTTP authentication scheme in lowercase, such as `basic` (RFC 9110, section 16.4.1).
        case http(scheme: SpecText)
        case oauth2([OAuthFlow])
        case openIDConnect(url: SpecText)
        case mutualTLS
        /// A type that OpenAPI doesn't have.
        case other
    }

    package let kind: Kind
    package var description: SpecText?
    package let isDeprecated: Bool
    package let location: Location
}

/// An OAuth 2 flow (OpenAPI 3.2.0, 4.29, OAuth Flow Object).
package struct OAuthFlow: Sendable {
    package enum Kind: Sendable {
        case implicit, password, clientCredentials, authorizationCode, deviceAuthorization
    }

    package let kind: Kind
    package let tokenURL: SpecText?
    package let refreshURL: SpecText?
    /// The scopes and their descriptions, in document order.
    package let scopes: [(name: SpecText, description: SpecText?)]
}

/// Security schemes that must all be satisfied for a call (OpenAPI 3.2.0, 4.30, Security Requirement Object).
package struct SecurityRequirement: Sendable {
    /// A security scheme, and the scopes or roles that its credential must have.
    package struct Scheme: Sendable {
        package let name: SpecText
        package let scopes: [SpecText]
    }

    /// Empty if credentials are optional.
    package let schemes: [Scheme]
    package let location: Location

    init(schemes: [Scheme], location: Location) {
        self.schemes = schemes
        self.location = location
    }
}
