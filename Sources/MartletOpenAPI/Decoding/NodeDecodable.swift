package import MartletSource

/// An OpenAPI object that can be read from the tree of a document.
package protocol NodeDecodable: Sendable {
    /// Reads the object, reporting what is wrong with it; `nil` comes back only when nothing of it can be kept.
    init?(_ node: Node, _ context: DecodingContext)
    /// Reads the object, or the one that a reference in its place leads to, where one may stand there.
    static func resolved(_ node: Node, _ context: DecodingContext) -> Self?
}

extension NodeDecodable {
    package static func resolved(_ node: Node, _ context: DecodingContext) -> Self? {
        context.followed(node).flatMap { Self($0, context) }
    }
}

/// An OpenAPI object in whose place a reference may stand.
package protocol Referenceable: NodeDecodable {
    /// Where objects of the kind stand in the components.
    static var section: FieldName { get }
    /// Whether there is no client without the object, unlike one that is there to be read.
    static var isNeeded: Bool { get }
    /// Takes what a reference says in place of the object's own description (OpenAPI 3.1.1, section 4.8.23).
    mutating func describe(as description: SpecText?)
    /// Takes what stands beside the reference in a node that leads to the object.
    mutating func refine(by node: Node, _ context: DecodingContext)
}

extension Referenceable {
    package static var isNeeded: Bool { true }
    package mutating func describe(as description: SpecText?) {}

    package static func resolved(_ node: Node, _ context: DecodingContext) -> Self? {
        isNeeded ? value(of: node, context) : context.diagnostics.attempt { value(of: node, context) }
    }

    private static func value(of node: Node, _ context: DecodingContext) -> Self? {
        guard let target = node[FieldName.ref.text] else { return Self(node, context) }
        guard let reference = Reference(target, context), var object = context.object(reference, Self.self) else {
            return nil
        }
        object.refine(by: node, context)
        return object
    }

    package mutating func refine(by node: Node, _ context: DecodingContext) {
        for entry in node.entries where entry.keyNumber != FieldName.ref.rawValue && !entry.isExtension {
            switch entry.keyNumber {
            case FieldName.description.rawValue where context.version >= .v31:
                describe(as: entry.value.text)
            case FieldName.summary.rawValue where context.version >= .v31:
                break
            default:
                context.report(.warning(.besideReference(entry.keyText), at: entry.key.location))
            }
        }
    }
}
