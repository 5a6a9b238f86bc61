package import MartletSource

/// What all objects of a document share while they are decoded.
package final class DecodingContext {
    /// The version of the document that decoding began with; files that it refers to are read by the same rules.
    package let version: SpecificationVersion
    package let references: References
    package let diagnostics: DiagnosticCollector
    /// The schemas met so far.
    package let schemas = SchemaTable()
    /// The other objects that references led to so far; `nil` for one that is being decoded or can't be.
    private var objects: [Node.Identity: (any NodeDecodable)?] = [:]
    /// How many objects are being decoded within each other, each behind a reference.
    private var depth = 0
    private static let deepest = 64

    package init(
        _ version: SpecificationVersion,
        _ references: References,
        _ diagnostics: DiagnosticCollector
    ) {
        self.version = version
        self.references = references
        self.diagnostics = diagnostics
    }

    func report(_ diagnostic: Diagnostic) { diagnostics.report(diagnostic) }

    /// The node that a reference leads to in a place where OpenAPI knows none; the node itself if it is no reference.
    /// Documents in many files have such references, and other readers follow them.
    func followed(_ node: Node) -> Node? {
        var node = node
        var known: Set<Node.Identity> = [node.identity]
        while node.kind == .mapping, let target = node[FieldName.ref.text] {
            guard let reference = Reference(target, self), let next = references.target(of: reference) else {
                return nil
            }
            report(.warning(.unforeseenReference, at: reference.location))
            guard known.insert(next.node.identity).inserted else {
                report(.error(.circularReference(reference.target), at: reference.location))
                return nil
            }
            node = next.node
        }
        return node
    }

    /// Decodes a schema, or finds it if the node has been decoded before.
    ///
    /// - Parameters:
    ///   - parent: the schema that the node stands in, if it does.
    ///   - isEmbedded: whether the keywords stand among the fields of another object, as Swagger 2.0 has it.
    package func schema(at node: Node, in parent: SchemaID? = nil, isEmbedded: Bool = false) -> SchemaID {
        if let id = schemas.id(of: node) { return id }
        let id = schemas.reserve(for: node)
        schemas.define(Schema(SchemaFields(node, id, isEmbedded: isEmbedded, self), in: parent))
        return id
    }

    /// The object that a reference leads to, through references to references, decoded once.
    ///
    /// - Parameter section: where components of this kind stand, to tell when a reference names another kind.
    func object<Object: Referenceable>(
        _ reference: Reference,
        in section: FieldName,
        _ type: Object.Type
    ) -> Object? {
        var reference = reference
        var known: Set<Node.Identity> = []
        while let target = references.target(of: reference, isNeeded: Object.isNeeded) {
            guard target.isComponent(of: section) else {
                report(.error(.otherKind(reference.target, section.text), at: reference.location))
                return nil
            }
            guard known.insert(target.node.identity).inserted else {
                report(.error(.circularReference(reference.target), at: reference.location))
                return nil
            }
            guard let next = target.node[FieldName.ref.text] else {
                return object(at: target.node, reference)
            }
            guard let following = Reference(next, self) else { return nil }
            reference = following
        }
        return nil
    }

    /// Decodes a component, unless a reference has led there already.
    func check<Object: Referenceable>(_ node: Node, _ type: Object.Type) {
        guard objects[node.identity] == nil else { return }
        objects[node.identity] = .some(nil)
        if let object = Object.resolved(node, self) { objects[node.identity] = object }
    }

    private func object<Object: NodeDecodable>(at node: Node, _ reference: Reference) -> Object? {
        if let known = objects[node.identity] {
            if known == nil { report(.warning(.objectInItself(reference.target), at: reference.location)) }
            return known as? Object
        }
        objects[node.identity] = .some(nil)
        // References may lead from callback to callback, as many as there are.
        guard depth < Self.deepest else {
            report(.error(.tooManyReferences(reference.target), at: reference.location))
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        guard let object = Object(node, self) else { return nil }
        objects[node.identity] = object
        return object
    }
}

extension ReferenceTarget {
    /// Whether the target may be an object of the kind that stands in a section of the components: it stands there, or
    /// nowhere in the components.
    fileprivate func isComponent(of section: FieldName) -> Bool {
        guard let tokens = pointer?.tokens, tokens.count == 3, tokens[0] == FieldName.components.text else {
            return true
        }
        return tokens[1] == section.text
    }
}

extension Diagnostic.Message {
    package static let unforeseenReference: Self = "OpenAPI has no references here; this one is followed all the same"

    package static func otherKind(_ target: SpecText, _ section: SpecText) -> Self {
        "the reference \(target) must lead to what may stand under \(section) in the components"
    }

    package static func tooManyReferences(_ target: SpecText) -> Self {
        "the reference \(target) is one of too many, each within what another leads to"
    }

    package static func objectInItself(_ target: SpecText) -> Self {
        "the reference \(target) leads to what it stands in, or to what can't be read; it is left out"
    }
}
