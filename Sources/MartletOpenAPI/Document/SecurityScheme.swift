package import MartletSource

/// A way to authenticate (Security Scheme Object, 4.7.23).
package struct SecurityScheme: Sendable {
    /// The kinds that martlet generates credentials for.
    package enum Kind: Sendable {
        /// An API key in the header of that name.
        case apiKey(header: SpecText)
        case unsupported(Unsupported)
    }

    package let kind: Kind
    package let description: SpecText?
    package let location: Location
}

/// Schemes that must all be satisfied for a call (Security Requirement Object, 4.7.30).
package struct SecurityRequirement: Sendable {
    /// Names of schemes; empty when the call may go without credentials.
    package let schemes: [SpecText]
    package let location: Location
}
