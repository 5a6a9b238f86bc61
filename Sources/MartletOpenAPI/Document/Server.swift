package import MartletSource

/// A server of the API (OpenAPI 3.2.0, 4.5, Server Object).
package struct Server: Sendable {
    /// The URL, which can be relative and can contain variables in braces.
    package let url: SpecText
    /// The unique name of the server, since OpenAPI 3.2.
    package let name: SpecText?
    package let description: SpecText?
    /// In document order.
    package let variables: [Named<ServerVariable>]
    package let location: Location
}

/// A variable in a server's URL (OpenAPI 3.2.0, 4.6, Server Variable Object).
package struct ServerVariable: Sendable {
    /// The allowed values; empty if any value is allowed.
    package let values: [SpecText]
    package let defaultValue: SpecText
    package let description: SpecText?
}
