package import MartletSource

/// A base URL of the API (Server Object, 4.5).
package struct Server: Sendable {
    /// May be relative, and may name variables in braces.
    package let url: SpecText
    /// A unique name, since OpenAPI 3.2.
    package let name: SpecText?
    package let description: SpecText?
    /// In document order.
    package let variables: [Named<ServerVariable>]
    package let location: Location
}

/// What can stand in place of a variable in a server's URL (Server Variable Object, 4.6).
package struct ServerVariable: Sendable {
    /// The values to choose from; empty when any will do.
    package let values: [SpecText]
    package let defaultValue: SpecText
    package let description: SpecText?
}
