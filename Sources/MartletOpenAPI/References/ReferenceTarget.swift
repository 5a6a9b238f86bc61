package import MartletSource

/// The target of a reference.
package struct ReferenceTarget: Sendable {
    package let node: Node
    /// The path of the file that contains the node, relative to the folder of the root document.
    package let path: String
    /// The pointer to the node from the root of its file; `nil` if the reference uses an anchor.
    package let pointer: Pointer?
    /// The name that an anchor or an `$id` gives the target; `nil` if the pointer or the file does.
    let name: SpecText?
    /// A warning about the reference, if it is invalid but its meaning is clear.
    var warning: Diagnostic.Message?
    /// The node that the pointer begins at; `nil` without one.
    var root: Node?

    /// The schema around the target that has a name of its own: a component or definition of its file, or the whole file;
    /// `nil` if there is none.
    var owner: ReferenceTarget? {
        guard let root, let tokens = pointer?.tokens, let first = tokens.first else { return nil }
        let length: Int
        switch first {
        case FieldName.components.text where tokens.dropFirst().first == FieldName.schemas.text: length = 3
        case FieldName.definitions.text, FieldName.defs.text: length = 2
        case _ where SchemaPlaces.isKeyword(first): length = 0
        default: return nil
        }
        guard tokens.count > length else { return nil }
        let pointer = Pointer(tokens.prefix(length))
        return pointer.node(in: root).map { ReferenceTarget(node: $0, path: path, pointer: pointer, name: nil) }
    }
}
