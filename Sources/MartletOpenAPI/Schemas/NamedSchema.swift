package import MartletSource

/// A schema with a name, which becomes a Swift type of its own.
package struct NamedSchema: Sendable {
    package let id: SchemaID
    /// The possible names, the best one first. The others are longer, with the names of the file and its folders.
    package let names: [SpecText]
    /// The name that a schema outside of the components would have, but for the component that is only a reference to it;
    /// `nil` when nothing else refers to it.
    package let ownName: SpecText?
    /// Whether the name is a key of the document's components, and must be kept.
    package let isComponent: Bool
    package let location: Location
}
