package import MartletSource

/// An OpenAPI document of any version (OpenAPI 3.2.0, section 4.1).
///
/// References are followed, but for those to schemas, which may lead back to where they stand. Every object keeps the
/// location that its diagnostics point to.
package struct Document: Sendable {
    package let info: Info
    package let servers: [Server]
    /// In document order, by path key.
    package let paths: [Named<PathItem>]
    /// Requests that the API makes, by the name that the document gives them.
    package let webhooks: [Named<PathItem>]
    package let components: Components
    /// The requirements of operations that state none; empty when the document requires nothing.
    package let security: [SecurityRequirement]
    package let tags: [Tag]
}

/// A value under a key of a map whose keys the document's author chose.
package struct Named<Value: Sendable>: Sendable {
    package let name: SpecText
    /// Where the key stands.
    package let location: Location
    package let value: Value
}
