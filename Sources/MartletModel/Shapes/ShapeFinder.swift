import MartletOpenAPI
import MartletSource

/// Finds the shapes of schemas: what is left of their keywords when it comes to types.
final class ShapeFinder {
    let schemas: SchemaGraph
    let formats: FormatTable
    /// The schemas whose values are files in forms.
    let files: Set<SchemaID>
    let diagnostics: DiagnosticCollector
    private var known: ShapeTable
    /// The named schemas that build on each one, by `allOf`, directly or through others.
    private let descendants: [SchemaID: [SchemaID]]

    init(
        _ schemas: SchemaGraph,
        _ formats: FormatTable,
        files: Set<SchemaID> = [],
        _ diagnostics: DiagnosticCollector
    ) {
        self.schemas = schemas
        self.files = files
        self.formats = formats
        self.diagnostics = diagnostics
        descendants = schemas.descendants()
        known = ShapeTable(schemaCount: schemas.all.count)
    }

    /// The shape of a schema, or of several that a value must fit at once.
    func shape(of value: Conjunction) -> NullableShape {
        if let shape = known[value] { return shape }
        // Should analysis come back to where it began, any value will do there.
        known[value] = NullableShape(shape: .any)
        let shape = find(value)
        known[value] = shape
        return shape
    }

    private func find(_ value: Conjunction) -> NullableShape {
        switch value.aspect {
        case .either: return NullableShape(shape: mergedEnumeration(value.schemas))
        case .alternatives: return alternatives(of: value.schemas[0])
        case .whole, .itself: break
        }
        if let schema = value.single, isPolymorphic(schema) {
            return NullableShape(shape: .union(polymorphicUnion(schema)), isNullable: schemas[schema].isNullable)
        }
        let parts = SchemaParts(value, self)
        if let target = parts.reference {
            return NullableShape(shape: .reference(target), isNullable: parts.statesNull || isNullable(target))
        }
        return merged(MergedSchema(parts, value, self))
    }

    /// Whether null is a value of a named schema.
    func isNullable(_ schema: SchemaID) -> Bool { shape(of: Conjunction(schema)).isNullable }

    /// The shape of a value, with references followed until there is one that says what the value is.
    func resolvedShape(of value: Conjunction) -> Shape {
        var value = value
        for _ in 0...schemas.named.count {
            guard case .reference(let target) = shape(of: value).shape else { break }
            value = Conjunction(target)
        }
        return shape(of: value).shape
    }

    private func merged(_ schema: MergedSchema) -> NullableShape {
        if schema.parts.contains(where: { files.contains($0.id) }) {
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

    // MARK: - Schemas that others build on

    /// Whether a schema with a discriminator stands for all that build on it (OpenAPI 3.2.0, section 4.25.4, the example
    /// with `allOf`).
    func isPolymorphic(_ id: SchemaID) -> Bool {
        let schema = schemas[id]
        return schema.discriminator != nil && schema.oneOf.isEmpty && schema.anyOf.isEmpty
            && !(schemas.mapping(of: id).isEmpty && descendants[id, default: []].isEmpty)
    }

    /// Whether a named schema is one of those that a schema with a discriminator stands for.
    func builds(_ schema: SchemaID, on base: SchemaID) -> Bool { descendants[base]?.contains(schema) ?? false }

    private func polymorphicUnion(_ id: SchemaID) -> UnionShape {
        var variants: [SchemaID] = []
        for schema in schemas.mapping(of: id).map(\.schema) + descendants[id, default: []]
        where !variants.contains(schema) {
            variants.append(schema)
        }
        return UnionShape(
            owner: id,
            variants: variants.map { Conjunction($0, $0 == id ? .itself : .whole) },
            isInclusive: false,
            allowsAnything: false
        )
    }
}

extension SchemaGraph {
    /// The named schemas that build on each schema, by `allOf`, directly or through others, in order.
    fileprivate func descendants() -> [SchemaID: [SchemaID]] {
        var descendants: [SchemaID: [SchemaID]] = [:]
        // A reference alone is the other schema, and builds on nothing.
        for named in named where !self[named.id].isReferenceAlone {
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
