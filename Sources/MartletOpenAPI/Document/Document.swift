package import MartletSource

/// An OpenAPI document as it was written, references unresolved (OpenAPI 3.0.3, section 4.7.1).
///
/// Every object keeps the location that its diagnostics point to.
package struct Document: Sendable {
    package let info: Info
    package let servers: [Server]
    /// In document order, by path key.
    package let paths: [Named<PathItem>]
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
