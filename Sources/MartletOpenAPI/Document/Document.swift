package import MartletSource

/// An OpenAPI document of any version (OpenAPI 3.2.0, 4.1, OpenAPI Object).
///
/// References are replaced by the objects that they lead to, except for references to schemas, which can form cycles.
/// Every object has the location for diagnostics about it.
package struct Document: Sendable {
    package let info: Info
    package let servers: [Server]
    /// The path items with their paths, in document order.
    package let paths: [Named<PathItem>]
    /// Requests that the API sends, with the names of the webhooks.
    package let webhooks: [Named<PathItem>]
    package let components: Components
    /// The security requirements of operations that don't have their own; empty if the document has none.
    package let security: [SecurityRequirement]
    package let tags: [Tag]
}

/// A value in a map, and its key, which the document's author chose.
package struct Named<Value: Sendable>: Sendable {
    package let name: SpecText
    /// The location of the key.
    package let location: Location
    package let value: Value
}
