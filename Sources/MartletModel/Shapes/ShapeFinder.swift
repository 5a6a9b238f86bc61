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
    /// For each schema with a discriminator, the values in its mapping by the schemas that they select.
    var knownTags: [SchemaID: [SchemaID: [SpecText]]] = [:]
    /// The first default of a schema and the schemas that it refers to.
    var knownDefaults: [SchemaID: Node?] = [:]
    /// The places of the values of `enum` and `const` that have been reported for not being of their schema's type.
    var illTyped: Set<Location> = []
    /// The schemas that apply to all values: `allOf` can give each schema nearly all others.
    private var members: Allowance
    /// The properties of all types: `allOf` gives each schema those of others, so there can be many more than are written.
    var flattening: Allowance
    /// The keys by which all unions tell their types.
    var unionKeys: Allowance
    /// For each schema with a discriminator, the named schemas that build on it.
    let descendants: [SchemaID: [SchemaID]]
    /// The same as sets.
    private let families: [SchemaID: Set<SchemaID>]
    /// For each schema that others refer to in `allOf`, these others.
    private(set) lazy var heirs: [SchemaID: [SchemaID]] = schemas.all.reduce(into: [:]) { heirs, schema in
        for member in schema.allOf {
            let base = schemas.resolved(member)
            if base != member { heirs[base, default: []].append(schema.id) }
        }
    }
    /// The schemas that references lead to in the end.
    private var ends: [SchemaID: SchemaID] = [:]
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
        families = descendants.mapValues { Set($0) }
        tagNames = schemas.tagNames()
        unionMembers = schemas.unionMembers()
        known = ShapeCache(schemaCount: schemas.all.count)
        let declared = schemas.all.reduce(0) { $0 + $1.properties.count }
        members = Allowance(.schemas, 100_000 + 10 * schemas.all.count)
        flattening = Allowance(.properties, 20_000 + 10 * declared)
        unionKeys = Allowance(.unionKeys, 300_000 + 10 * declared)
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
        // After such an error there will be no client.
        if members.isExceeded || flattening.isExceeded || unionKeys.isExceeded { return NullableShape(shape: .any) }
        switch value.aspect {
        case .anyEnumeration: return NullableShape(shape: mergedEnumeration(value.schemas))
        case .anySchema: return anyShape(of: value.schemas)
        case .alternatives: return alternatives(of: value.schemas[0])
        case .whole, .base: break
        }
        if let schema = value.single, isPolymorphic(schema) {
            return NullableShape(shape: .union(polymorphicUnion(schema)), isNullable: schemas[schema].isNullable)
        }
        let composition = SchemaComposition(value, self)
        if let outermost = composition.own.last,
            !members.takes(composition.own.count, at: schemas[outermost].location, diagnostics)
        {
            return NullableShape(shape: .any)
        }
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
    func resolvedShape(of value: AppliedSchemas) -> Shape { shape(of: resolved(value)).shape }

    /// The value, or what it refers to in the end. The ends of chains are kept, so that many uses of one are no work.
    func resolved(_ value: AppliedSchemas) -> AppliedSchemas {
        guard case .reference(var id) = shape(of: value).shape else { return value }
        var chain: [SchemaID] = []
        while chain.count <= schemas.all.count, case .reference(let target) = shape(of: AppliedSchemas(id)).shape {
            chain.append(id)
            id = ends[id] ?? target
        }
        for start in chain { ends[start] = id }
        return AppliedSchemas(id)
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
    func builds(_ schema: SchemaID, on base: SchemaID) -> Bool { families[base]?.contains(schema) ?? false }

    private func polymorphicUnion(_ id: SchemaID) -> UnionShape {
        var known: Set<SchemaID> = []
        let mapped = schemas.mapping(of: id).map(\.schema)
        let base = mapped.isEmpty && canHaveOwnName(id) ? [id] : []
        let variants = (mapped + descendants[id, default: []] + base).filter {
            known.insert($0).inserted
        }
        return UnionShape(
            owner: id,
            variants: variants.map { AppliedSchemas($0, $0 == id ? .base : .whole) },
            isInclusive: false,
            allowsAnything: false
        )
    }

    /// Whether the discriminator of a schema can select the schema itself, by its name (OpenAPI 3.2.0, 4.25.3).
    private func canHaveOwnName(_ id: SchemaID) -> Bool {
        let schema = schemas[id]
        guard let name = schemas.componentName(of: id) else { return false }
        let property = schema.properties.first { $0.name == schema.discriminator?.propertyName }
        guard let listed = property.flatMap({ schemas[schemas.resolved($0.value)].enumeration }) else { return true }
        return listed.contains { Literal(constant: $0)?.text == name }
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
            let members = (schema.oneOf + schema.anyOf).filter { !isNullOnly($0) }
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
        let bases = all.filter { $0.discriminator != nil }.map(\.id)
        if bases.isEmpty { return [:] }
        var users: [SchemaID: [SchemaID]] = [:]
        for schema in all {
            for part in schema.allOf + [target(of: schema.id)].compactMap(\.self) {
                users[part, default: []].append(schema.id)
            }
        }
        let places = Dictionary(named.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var descendants: [SchemaID: [SchemaID]] = [:]
        for base in bases {
            var visited: Set<SchemaID> = [base]
            var open = [base]
            while let id = open.popLast() { open += users[id, default: []].filter { visited.insert($0).inserted } }
            visited.remove(base)
            // A schema that is only a reference is the same type, not a subtype.
            let found = visited.compactMap { places[$0] }.sorted().map { named[$0].id }
            descendants[base] = found.filter { !self[$0].isPlainReference }
        }
        return descendants.filter { !$0.value.isEmpty }
    }
}
