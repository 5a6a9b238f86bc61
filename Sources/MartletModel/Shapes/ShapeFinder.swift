import MartletOpenAPI
import MartletSource

/// Determines the shapes of schemas: the kinds of Swift types that their keywords describe.
final class ShapeFinder {
    let schemas: SchemaGraph
    let formats: FormatTable
    /// The schemas whose values are files in multipart forms.
    let fileSchemas: Set<SchemaID>
    let corrections: Corrections
    let diagnostics: DiagnosticCollector
    private var known: ShapeCache
    var knownTraits: [AppliedSchemas: ValueTraits] = [:]
    /// For each schema, the named schemas that build on it by `allOf`, directly or indirectly.
    private let descendants: [SchemaID: [SchemaID]]
    /// For each schema, the names of the discriminators that it has or that select it.
    let tagNames: [SchemaID: Set<SpecText>]
    /// The schemas of values that can be one of several types, and of their parts.
    private let unionMembers: Set<SchemaID>

    init(
        _ schemas: SchemaGraph,
        _ formats: FormatTable,
        fileSchemas: Set<SchemaID> = [],
        corrections: Corrections,
        _ diagnostics: DiagnosticCollector
    ) {
        self.schemas = schemas
        self.fileSchemas = fileSchemas
        self.formats = formats
        self.diagnostics = diagnostics
        self.corrections = corrections
        descendants = schemas.descendants()
        tagNames = schemas.tagNames()
        unionMembers = schemas.unionMembers()
        known = ShapeCache(schemaCount: schemas.all.count)
    }

    /// The shape of a value.
    func shape(of value: AppliedSchemas) -> NullableShape {
        if let shape = known[value] { return shape }
        // If the analysis returns to this value, any JSON is allowed there.
        known[value] = NullableShape(shape: .any)
        let shape = find(value)
        known[value] = shape
        return shape
    }

    private func find(_ value: AppliedSchemas) -> NullableShape {
        switch value.aspect {
        case .anyEnumeration: return NullableShape(shape: mergedEnumeration(value.schemas))
        case .alternatives: return alternatives(of: value.schemas[0])
        case .whole, .base: break
        }
        if let schema = value.single, isPolymorphic(schema) {
            return NullableShape(shape: .union(polymorphicUnion(schema)), isNullable: schemas[schema].isNullable)
        }
        let composition = SchemaComposition(value, self)
        if let target = composition.reference {
            let isForbidden = composition.own.contains { schemas[$0].forbidsNull }
            return NullableShape(
                shape: .reference(target),
                isNullable: composition.statesNull || isNullable(target) && !isForbidden
            )
        }
        return merged(MergedSchema(composition, value, self))
    }

    func isInUnion(_ schema: MergedSchema) -> Bool { schema.schemas.contains { unionMembers.contains($0.id) } }

    /// Whether a named schema allows null.
    func isNullable(_ schema: SchemaID) -> Bool { shape(of: AppliedSchemas(schema)).isNullable }

    /// The shape of a value, with references followed until one describes the value.
    func resolvedShape(of value: AppliedSchemas) -> Shape {
        var value = value
        for _ in 0...schemas.named.count {
            guard case .reference(let target) = shape(of: value).shape else { break }
            value = AppliedSchemas(target)
        }
        return shape(of: value).shape
    }

    private func merged(_ schema: MergedSchema) -> NullableShape {
        if schema.schemas.contains(where: { fileSchemas.contains($0.id) }) {
            return NullableShape(shape: .scalar(.file), isNullable: schema.isNullable)
        }
        if let members = schema.enumeration, let shape = enumeration(members, schema) { return shape }
        if let shape = union(schema) { return shape }
        let shape: Shape =
            switch schema.types ?? schema.impliedTypes {
            case .object: object(schema)
            case .array: array(schema)
            case .string, .boolean, .integer, .number: .scalar(scalar(schema))
            case []: .any
            case let types: severalTypes(types, schema)
            }
        return NullableShape(shape: shape, isNullable: schema.isNullable)
    }

    // MARK: - Polymorphism

    /// Whether a schema with a discriminator is the base of a polymorphic family, whose members build on it by `allOf`
    /// (OpenAPI 3.2.0, 4.25.5, the example with `allOf`).
    func isPolymorphic(_ id: SchemaID) -> Bool {
        let schema = schemas[id]
        return schema.discriminator != nil && schema.oneOf.isEmpty && schema.anyOf.isEmpty
            && !(schemas.mapping(of: id).isEmpty && descendants[id, default: []].isEmpty)
    }

    /// Whether a named schema belongs to the polymorphic family of a base schema.
    func builds(_ schema: SchemaID, on base: SchemaID) -> Bool { descendants[base]?.contains(schema) ?? false }

    private func polymorphicUnion(_ id: SchemaID) -> UnionShape {
        var variants: [SchemaID] = []
        for schema in schemas.mapping(of: id).map(\.schema) + descendants[id, default: []]
        where !variants.contains(schema) {
            variants.append(schema)
        }
        return UnionShape(
            owner: id,
            variants: variants.map { AppliedSchemas($0, $0 == id ? .base : .whole) },
            isInclusive: false,
            allowsAnything: false
        )
    }
}

extension SchemaGraph {
    /// For each schema, the names of the discriminators that it has or that select it.
    fileprivate func tagNames() -> [SchemaID: Set<SpecText>] {
        var names: [SchemaID: Set<SpecText>] = [:]
        for schema in all {
            guard let name = schema.discriminator?.propertyName else { continue }
            for id in [schema.id] + schema.oneOf + schema.anyOf + mapping(of: schema.id).map(\.schema) {
                names[resolved(id), default: []].insert(name)
            }
        }
        return names
    }

    /// The schemas of alternatives, and those that they lead to.
    fileprivate func unionMembers() -> Set<SchemaID> {
        var open = all.flatMap { schema in
            let members = (schema.oneOf + schema.anyOf).filter { self[$0].types != .null }
            return members.count > 1 ? members : mapping(of: schema.id).map(\.schema)
        }
        var members: Set<SchemaID> = []
        while let id = open.popLast() {
            if members.insert(id).inserted { forEachLead(of: id) { open.append($0) } }
        }
        return members
    }

    /// For each schema with a discriminator, the named schemas that build on it by `allOf`, directly or indirectly, in
    /// order.
    fileprivate func descendants() -> [SchemaID: [SchemaID]] {
        var descendants: [SchemaID: [SchemaID]] = [:]
        // A schema that is only a reference is the same type, not a subtype.
        for named in named where !self[named.id].isPlainReference {
            var visited: Set<SchemaID> = [named.id]
            var open = [named.id]
            while let id = open.popLast() {
                for member in self[id].allOf + [target(of: id)].compactMap({ $0 })
                where visited.insert(member).inserted {
                    open.append(member)
                    if self[member].discriminator != nil {
                        descendants[member, default: []].append(named.id)
                    }
                }
            }
        }
        return descendants
    }
}
