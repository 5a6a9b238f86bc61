package import MartletSource

/// The state that all objects of a document share while they are decoded.
package final class DecodingContext {
    /// The version of the root document. Files that it refers to are decoded by the rules of the same version.
    package let version: SpecificationVersion
    package let references: References
    package let diagnostics: DiagnosticCollector
    /// Whether descriptions are replaced by their digests and examples left out, for a comparison with a summary.
    let isSummarized: Bool
    /// The schemas that have been decoded so far.
    package let schemas = SchemaTable()
    /// The other objects that have been decoded so far, or are being decoded.
    private var objects: [ObjectKey: Progress] = [:]
    /// The number of nested objects that are being decoded.
    private var depth = 0
    private static let deepest = 64

    private struct ObjectKey: Hashable {
        let node: Node.Identity
        /// The type of the decoded object: references of several kinds can lead to the same node.
        let type: ObjectIdentifier
    }

    private enum Progress {
        /// The object is being decoded, so a reference to it is a cycle.
        case open
        /// The object can't be used. The reason has been reported.
        case failed
        case done(any NodeDecodable)
    }

    package init(
        _ version: SpecificationVersion,
        _ references: References,
        _ diagnostics: DiagnosticCollector,
        isSummarized: Bool = false
    ) {
        self.isSummarized = isSummarized
        self.version = version
        self.references = references
        self.diagnostics = diagnostics
    }

    func report(_ diagnostic: Diagnostic) { diagnostics.report(diagnostic) }

    /// Follows a reference in a place where OpenAPI doesn't allow one. Documents that consist of many files have such
    /// references, and other tools follow them.
    ///
    /// - Returns: The target of the reference, or the node itself if it isn't a reference; `nil` if the reference can't
    ///   be followed, which is reported.
    func followed(_ node: Node) -> Node? {
        var node = node
        var known: Set<Node.Identity> = [node.identity]
        while node.kind == .mapping, let target = node[FieldName.ref.text] {
            guard let reference = Reference(target, self), let next = references.target(of: reference) else {
                return nil
            }
            report(.warning(.unexpectedReference, at: reference.location))
            guard known.insert(next.node.identity).inserted else {
                report(.error(.circularReference(reference.target), at: reference.location))
                return nil
            }
            node = next.node
        }
        return node
    }

    /// Decodes a schema, unless the node has been decoded before.
    ///
    /// Errors in the schema become warnings, and it is added to ``SchemaTable/faulty``.
    ///
    /// - Parameters:
    ///   - parent: The schema that contains the node, if any.
    ///   - isEmbedded: Whether the keywords are among the fields of another object, as in the parameters of Swagger
    ///     2.0.
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

    /// Follows a reference to an object, which may lead to further references, and decodes the object unless it has
    /// been decoded before.
    func object<Object: Referenceable>(_ reference: Reference, _ type: Object.Type) -> Object? {
        var reference = reference
        /// The nodes before the object that are references. Their other fields are applied to the object, the last
        /// node's first.
        var chain: [Node] = []
        var known: Set<Node.Identity> = []
        var end: Object?
        while let target = references.target(of: reference, isNeeded: Object.isNeeded) {
            guard target.isComponent(of: Object.section) else {
                report(.error(.wrongSection(reference.target, Object.section.text), at: reference.location))
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
                end?.component = target.component
                break
            }
            chain.append(target.node)
            guard let following = Reference(next, self) else { break }
            reference = following
        }
        for node in chain.reversed() {
            end?.applySiblings(of: node, self)
            objects[key(node, type)] = end.map { .done($0) } ?? .failed
        }
        return end
    }

    /// Decodes a component unless it has been decoded because of a reference. Its errors become warnings, because
    /// nothing refers to it.
    func check<Object: Referenceable>(_ entry: Entry, _ type: Object.Type) {
        guard objects[key(entry.value, type)] == nil else { return }
        let decoded: Object? = diagnostics.attempt {
            object(at: entry.value, nil) { Object.resolved(entry.value, self) }
        }
        if decoded == nil { diagnostics.reportOmission(.componentLeftOut(entry.keyText), at: entry.key.location) }
    }

    /// Decodes an object, unless the node has been decoded before.
    ///
    /// - Parameters:
    ///   - location: The location of the reference to the object, if any.
    ///   - isNeeded: Whether the client can't be generated without the object, so that a failure is an error instead of
    ///     a warning.
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
            report(.warning(.circularObject, at: location))
            return nil
        case .failed:
            report(isNeeded ? .error(.unreadableObject, at: location) : .warning(.unreadableObject, at: location))
            return nil
        case nil:
            break
        }
        // References can lead from one callback to the next, any number of times.
        guard depth < Self.deepest else {
            report(.error(.tooManyReferences(Self.deepest), at: location))
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
    /// The last token of the pointer, or the name of the file; `nil` for an object that is inline elsewhere.
    fileprivate var component: SpecText? {
        guard let tokens = pointer?.tokens, let last = tokens.last else {
            return FilePath.components(path).last.map { SpecText(String($0.prefix { $0 != "." })) }
        }
        return tokens[0] == FieldName.paths.text ? nil : last
    }

    /// Whether the target can be an object of the type that a section of the components holds: it isn't in another
    /// section. Targets in extensions and outside of the components can be objects of any type.
    func isComponent(of section: FieldName) -> Bool {
        guard let tokens = pointer?.tokens, tokens.count == 3, tokens[0] == FieldName.components.text else {
            return true
        }
        return tokens[1] == section.text || tokens[1].isExtension
    }
}

extension Diagnostic.Message {
    package static let unexpectedReference = Self(
        .unusualReference, "OpenAPI does not allow a reference here; it is followed anyway")

    package static func wrongSection(_ target: SpecText, _ section: SpecText) -> Self {
        Self(
            .brokenReference,
            "the reference \(target) leads to the wrong section of the components; it must lead to one of \(section)")
    }

    package static func tooManyReferences(_ limit: Int) -> Self {
        Self(.limit, "references nest objects more than \(limit) levels deep")
    }

    package static let circularObject = Self(
        .brokenReference, "the reference leads to an object that contains it; it is left out")
    package static let unreadableObject = Self(.brokenReference, "the reference leads to an object with errors")

    package static func componentLeftOut(_ name: SpecText) -> Self {
        Self(.leftOut, "the component \(name) is left out of the client")
    }
}
