package import MartletSource

/// A Swift client, ready to be written down: final names, types and order; text of the document still unencoded.
package struct Client: Sendable {
    /// The type that callers start from, such as `LaunchDarklyClient`.
    package let name: Identifier
    package let title: SpecText
    package let description: SpecText?
    package let version: SpecText
    /// In document order.
    package let declarations: [Declaration]
    /// In document order of their first operations.
    package let apis: [API]
    package let servers: [ServerCase]
    package let credentials: [Credential]
    /// The values that the document gives as examples of its schemas.
    package let samples: [CheckedSample]
}

/// The operations of one tag, as methods of a type.
package struct API: Sendable {
    /// The type's name, such as `AccessTokensApi`.
    package let name: Identifier
    /// The client's property, such as `accessTokens`.
    package let accessor: Identifier
    package let title: SpecText
    package let description: SpecText?
    package let methods: [Method]
}

/// A server that the document names.
package struct ServerCase: Sendable {
    /// The case of the client's `Server`, such as `eu`.
    package let name: Identifier
    package let url: SpecText
    package let description: SpecText?
}

/// A security scheme that operations use, and the client's argument for it.
package struct Credential: Sendable {
    /// The argument and the name of the scheme's constant, such as `apiKey`.
    package let name: Identifier
    package let scheme: SpecText
    /// The header that carries it.
    package let header: SpecText
    package let description: SpecText?
}
