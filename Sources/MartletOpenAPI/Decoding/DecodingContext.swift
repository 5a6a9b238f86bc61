package import MartletSource

/// What all objects of a document share while they are decoded.
package final class DecodingContext {
    /// The version of the document that decoding began with; files that it refers to are read by the same rules.
    package let version: SpecificationVersion
    package let references: References
    package let diagnostics: DiagnosticCollector
    /// The schemas met so far.
    package let schemas = SchemaTable()
    /// Keywords that JSON Schema doesn't have.
    var annotations = Annotations()
    /// The other objects decoded so far.
    private var objects: [ObjectKey: Progress] = [:]
    /// How many objects are being decoded within each other.
    private var depth = 0
    private static let deepest = 64

    private struct ObjectKey: Hashable {
        let node: Node.Identity
        /// A node may be of several kinds, by what refers to it.
        let type: ObjectIdentifier
    }

    private enum Progress {
        /// It is being decoded, so that whatever refers to it now stands in it.
        case open
        /// It can't be used: what is wrong with it has been reported.
        case failed
        case done(any NodeDecodable)
    }

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
    /// Errors in it become warnings, and the schema counts as faulty (``SchemaTable/faulty``).
    ///
    /// - Parameters:
    ///   - parent: the schema that the node stands in, if it does.
    ///   - isEmbedded: whether the keywords stand among the fields of another object, as Swagger 2.0 has it.
    package func schema(at node: Node, in parent: SchemaID? = nil, isEmbedded: Bool = false) -> SchemaID {
        if let id = schemas.id(of: node) { return id }
        let id = schemas.reserve(for: node, in: parent)
        let decode = { [self] in
            let errorsBefore = diagnostics.errorCount
            schemas.define(Schema(SchemaFields(node, id, isEmbedded: isEmbedded, self), in: parent))
            if diagnostics.errorCount > errorsBefore { schemas.faulty.insert(id) }
        }
        if parent == nil { _ = diagnostics.attempt(decode) } else { decode() }
        return id
    }

    /// The object that a reference leads to, through references to references, decoded once.
    func object<Object: Referenceable>(_ reference: Reference, _ type: Object.Type) -> Object? {
        var reference = reference
        /// The references on the way, the last one first to be taken into account.
        var way: [Node] = []
        var known: Set<Node.Identity> = []
        var end: Object?
        while let target = references.target(of: reference, isNeeded: Object.isNeeded) {
            guard target.isComponent(of: Object.section) else {
                report(.error(.otherKind(reference.target, Object.section.text), at: reference.location))
                break
            }
            guard known.insert(target.node.identity).inserted else {
                report(.error(.circularReference(reference.target), at: reference.location))
                break
            }
            guard objects[key(target.node, type)] == nil, let next = target.node[FieldName.ref.text] else {
                end = object(at: target.node, reference.location, isNeeded: Object.isNeeded) {
                    Object(target.node, self)
                }
                break
            }
            way.append(target.node)
            guard let following = Reference(next, self) else { break }
            reference = following
        }
        for node in way.reversed() {
            end?.refine(by: node, self)
            objects[key(node, type)] = end.map { .done($0) } ?? .failed
        }
        return end
    }

    /// Decodes a component, unless a reference has led there already. Nobody needs one that has a fault.
    func check<Object: Referenceable>(_ entry: Entry, _ type: Object.Type) {
        guard objects[key(entry.value, type)] == nil else { return }
        let decoded: Object? = diagnostics.attempt {
            object(at: entry.value, nil) { Object.resolved(entry.value, self) }
        }
        if decoded == nil { diagnostics.reportOmission(.componentLeftOut(entry.keyText), at: entry.key.location) }
    }

    /// Decodes an object, or finds it if the node has been decoded before.
    ///
    /// - Parameters:
    ///   - location: where the reference stands that has led here.
    ///   - isNeeded: whether there is no client without the object.
    func object<Object: NodeDecodable>(
        at node: Node,
        _ location: Location?,
        isNeeded: Bool = true,
        _ make: () -> Object?
    ) -> Object? {
        let key = key(node, Object.self)
        let location = location ?? node.location
        switch objects[key] {
        case .done(let object):
            return object as? Object
        case .open:
            report(.warning(.objectInItself, at: location))
            return nil
        case .failed:
            report(isNeeded ? .error(.unreadableObject, at: location) : .warning(.unreadableObject, at: location))
            return nil
        case nil:
            break
        }
        // References may lead from callback to callback, as many as there are.
        guard depth < Self.deepest else {
            report(.error(.tooManyReferences, at: location))
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        objects[key] = .open
        let errorsBefore = diagnostics.errorCount
        let object = make()
        objects[key] = diagnostics.errorCount > errorsBefore ? .failed : object.map { .done($0) } ?? .failed
        return object
    }

    private func key<Object>(_ node: Node, _ type: Object.Type) -> ObjectKey {
        ObjectKey(node: node.identity, type: ObjectIdentifier(type))
    }
}

extension ReferenceTarget {
    /// Whether the target may be an object of the kind that stands in a section of the components: it stands there, in an
    /// extension, or nowhere in the components.
    func isComponent(of section: FieldName) -> Bool {
        guard let tokens = pointer?.tokens, tokens.count == 3, tokens[0] == FieldName.components.text else {
            return true
        }
        return tokens[1] == section.text || tokens[1].isExtension
    }
}

extension Diagnostic.Message {
    package static let unforeseenReference: Self = "OpenAPI has no references here; this one is followed all the same"

    package static func otherKind(_ target: SpecText, _ section: SpecText) -> Self {
        "the reference \(target) must lead to what may stand under \(section) in the components"
    }

    package static let tooManyReferences: Self = "one of too many objects, each within what another refers to"
    package static let objectInItself: Self = "the reference leads to what it stands in; it is left out"
    package static let unreadableObject: Self = "the reference leads to what can't be read"

    package static func componentLeftOut(_ name: SpecText) -> Self { "the component \(name) is left out of the client" }
}
