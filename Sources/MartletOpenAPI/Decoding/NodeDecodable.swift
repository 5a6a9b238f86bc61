package import MartletSource

/// An OpenAPI object that can be decoded from a node of a document.
package protocol NodeDecodable: Sendable {
    /// Decodes the object and reports its problems; `nil` if nothing of it can be used.
    init?(_ node: Node, _ context: DecodingContext)
    /// Decodes the object in a node, or the object that the node refers to.
    static func resolved(_ node: Node, _ context: DecodingContext) -> Self?
}

extension NodeDecodable {
    package static func resolved(_ node: Node, _ context: DecodingContext) -> Self? {
        context.followed(node).flatMap { Self($0, context) }
    }
}

/// An OpenAPI object in place of which a document can have a reference (OpenAPI 3.2.0, 4.23, Reference Object).
package protocol Referenceable: NodeDecodable {
    /// The section of the components for objects of the type.
    static var section: FieldName { get }
    /// Whether the client can't be generated without the object. Examples and links, for instance, aren't needed.
    static var isNeeded: Bool { get }
    /// The name of the component that the object is, where a reference leads to it; `nil` for objects in place.
    var component: SpecText? { get set }
    /// Replaces the object's description by that of a reference (OpenAPI 3.1.1, 4.8.23).
    mutating func replaceDescription(with description: SpecText?)
    /// Applies the fields beside `$ref` in a node that refers to the object.
    mutating func applySiblings(of node: Node, _ context: DecodingContext)
}

extension Referenceable {
    package static var isNeeded: Bool { true }

    /// Only objects with inline schemas, whose types are named after it, keep the name.
    package var component: SpecText? {
        get { nil }
        set {}
    }

    package mutating func replaceDescription(with description: SpecText?) {}

    package static func resolved(_ node: Node, _ context: DecodingContext) -> Self? {
        isNeeded ? value(of: node, context) : context.diagnostics.attempt { value(of: node, context) }
    }

    private static func value(of node: Node, _ context: DecodingContext) -> Self? {
        guard let target = node[FieldName.ref.text] else { return Self(node, context) }
        guard let reference = Reference(target, context), var object = context.object(reference, Self.self) else {
            return nil
        }
        object.applySiblings(of: node, context)
        return object
    }

    package mutating func applySiblings(of node: Node, _ context: DecodingContext) {
        let table = context.references.fieldTable(of: node)
        for entry in node.entries where !entry.isExtension {
            switch table.name(of: entry) {
            case .ref: break
            case .description where context.version >= .v31: replaceDescription(with: entry.value.text)
            case .summary where context.version >= .v31: break
            default:
                context.report(.warning(.referenceSibling(entry.keyText), at: entry.key.location))
            }
        }
    }
}
