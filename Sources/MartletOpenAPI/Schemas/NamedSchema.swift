package import MartletSource

/// A schema that has a name of its own.
package struct NamedSchema: Sendable {
    package let id: SchemaID
    /// What it may be called, the best first: names of files and folders make the later ones longer.
    package let names: [SpecText]
    /// Whether the name is a key of the document's components, which must not change.
    package let isComponent: Bool
    package let location: Location
}
