package import MartletSource

/// The schemas of a document and of the files that it refers to, with their references resolved.
///
/// It is a class because many types of the lowering share it.
package final class SchemaGraph: Sendable {
    /// All schemas, by ID.
    private let schemas: [Schema]
    /// The targets of the schemas' references, by the schema's ID.
    private let targets: [SchemaID?]
    /// For each schema with a discriminator, the mapped values and their schemas.
    private let mappings: [SchemaID: [(value: SpecText, schema: SchemaID)]]
    /// For each schema with a discriminator, the schema of `defaultMapping`.
    private let defaults: [SchemaID: SchemaID]
    /// The schemas with names: components in document order, then other targets of references.
    package let named: [NamedSchema]
    /// The targets of references inside other schemas and operations. They are called after their place there.
    package let inline: [NamedSchema]
    /// The schemas with names that are left out because they have errors, or use a schema with errors.
    package let leftOut: [NamedSchema]
    /// The indices in `named`, by the schema's ID.
    private let namedIndices: [Int?]
    /// The schemas at the ends of chains of plain references, by the ID of the first schema.
    private let ends: [SchemaID]
    private let inlineIDs: Set<SchemaID>
    /// For each schema, the one that contains it.
    private let parents: [SchemaID?]
    /// The schemas that have errors, or that use a schema with errors.
    private let unusable: Set<SchemaID>
    /// For each schema, the number of its cycle of `allOf`, `oneOf`, `anyOf` and references; `nil` if it isn't in one.
    private let cycles: [Int?]

    /// Resolves the references of all schemas that have been decoded, and of the schemas that they refer to.
    init(_ components: Components, _ context: DecodingContext) {
        var references = SchemaReferences(components, context)
        references.followAll()
        schemas = context.schemas.finished
        targets = references.targets
        mappings = references.mappings
        defaults = references.defaults
        ends = Self.ends(schemas, references.targets)
        Self.reportCycles(schemas, references.targets, context)
        parents = Self.parents(schemas)
        let unusable = UnusableSchemas(schemas, parents, references, faulty: context.schemas.faulty).ids
        self.unusable = unusable
        let targets = NamedSchemas(components, references, schemas, parents)
        let all = targets.all
        named = all.filter { !unusable.contains($0.id) }
        inline = targets.inline.filter { !unusable.contains($0.id) }
        inlineIDs = Set(inline.map(\.id))
        leftOut = all.filter { unusable.contains($0.id) }
        for schema in leftOut {
            context.diagnostics.reportOmission(.schemaLeftOut(schema.names[0]), at: schema.location)
        }
        var indices = [Int?](repeating: nil, count: schemas.count)
        for (index, schema) in named.enumerated().reversed() { indices[schema.id.index] = index }
        namedIndices = indices
        cycles = CycleFinder.cycles(
            edges: schemas.map { [targets = references.targets] schema in
                var edges = schema.allOf.map(\.index)
                for other in schema.oneOf { edges.append(other.index) }
                for other in schema.anyOf { edges.append(other.index) }
                if let target = targets[schema.id.index] { edges.append(target.index) }
                return edges
            }
        )
    }

    /// Whether two schemas are in the same cycle of `allOf`, `oneOf`, `anyOf` and references.
    package func isCycle(_ first: SchemaID, _ second: SchemaID) -> Bool {
        cycles[first.index] != nil && cycles[first.index] == cycles[second.index]
    }

    package subscript(id: SchemaID) -> Schema { schemas[id.index] }

    /// All schemas, in the order in which they were decoded.
    package var all: [Schema] { schemas }

    /// The target of the schema's `$ref`; `nil` if it has none, or the reference can't be resolved.
    package func target(of id: SchemaID) -> SchemaID? { targets[id.index] }

    /// The values in the mapping of a schema's discriminator, and their schemas.
    package func mapping(of id: SchemaID) -> [(value: SpecText, schema: SchemaID)] { mappings[id] ?? [] }

    /// The schema of `defaultMapping` of a schema's discriminator; `nil` if there is none.
    package func defaultMapping(of id: SchemaID) -> SchemaID? { defaults[id] }

    /// Whether the schema has a name.
    package func isNamed(_ id: SchemaID) -> Bool { namedIndices[id.index] != nil }

    /// The schema that has the name of a component which is only a reference to it; any other schema itself.
    package func adopted(_ id: SchemaID) -> SchemaID {
        guard !isNamed(id), schemas[id.index].isPlainReference, let target = targets[id.index], isNamed(target) else {
            return id
        }
        return target
    }

    /// The key of a schema in the document's components; `nil` if it isn't a component.
    package func componentName(of id: SchemaID) -> SpecText? {
        guard let index = namedIndices[id.index], named[index].isComponent else { return nil }
        return named[index].names[0]
    }

    /// Whether the schema is a target of references inside another schema or an operation.
    package func isInlineTarget(_ id: SchemaID) -> Bool { inlineIDs.contains(id) }

    /// The schema whose type contains the type of a schema: the nearest named one around it, or itself; in an operation the
    /// outermost one.
    package func home(of id: SchemaID) -> SchemaID {
        var id = id
        while !isNamed(id), let parent = parents[id.index] { id = parent }
        return id
    }

    /// The schema that contains a schema; `nil` for an outermost one.
    package func parent(of id: SchemaID) -> SchemaID? { parents[id.index] }

    /// Whether the schema has errors, or uses a schema with errors.
    func isUnusable(_ id: SchemaID) -> Bool { unusable.contains(id) }

    /// The schema at the end of a chain of plain references; the schema itself if it isn't one.
    package func resolved(_ id: SchemaID) -> SchemaID { ends[id.index] }

    /// Finds the ends of chains of plain references in linear time. A cycle ends at one of its schemas.
    private static func ends(_ schemas: [Schema], _ targets: [SchemaID?]) -> [SchemaID] {
        let nexts = schemas.map { $0.isPlainReference ? targets[$0.id.index] : nil }
        var ends = [SchemaID?](repeating: nil, count: schemas.count)
        for schema in schemas where ends[schema.id.index] == nil {
            var chain: [SchemaID] = []
            var id = schema.id
            while ends[id.index] == nil, let next = nexts[id.index], chain.count <= schemas.count {
                chain.append(id)
                id = next
            }
            let end = ends[id.index] ?? id
            for id in chain { ends[id.index] = end }
            ends[id.index] = end
        }
        return schemas.map { ends[$0.id.index] ?? $0.id }
    }

    /// Finds what contains each schema. A reference may have led to a part of another file before anything led to the whole.
    private static func parents(_ schemas: [Schema]) -> [SchemaID?] {
        var parents = schemas.map(\.parent)
        for schema in schemas {
            schema.forEachPart { part in
                if parents[part.index] == nil { parents[part.index] = schema.id }
            }
        }
        return parents
    }

    /// Reports cycles of plain references, which have no value.
    private static func reportCycles(_ schemas: [Schema], _ targets: [SchemaID?], _ context: DecodingContext) {
        let edges = schemas.map { schema -> [Int] in
            schema.isPlainReference ? targets[schema.id.index].map { [$0.index] } ?? [] : []
        }
        for (index, cycle) in CycleFinder.cycles(edges: edges).enumerated() where cycle != nil {
            guard let reference = schemas[index].reference else { continue }
            _ = context.diagnostics.attempt {
                context.report(.error(.circularReference(reference.target), at: reference.location))
            }
            context.schemas.faulty.insert(schemas[index].id)
        }
    }
}

extension NamedSchema {
    /// The warning that the schema is left out.
    var omission: Diagnostic { .warning(.schemaLeftOut(names[0]), at: location) }
}

extension Diagnostic.Message {
    package static func schemaLeftOut(_ name: SpecText) -> Self {
        Self(.leftOut, "the schema \(name) is left out of the client")
    }
}

extension Schema {
    /// Whether the schema is a plain reference: nothing beside it changes the type of its values.
    package var isPlainReference: Bool {
        reference != nil && types == nil && enumeration == nil && properties.isEmpty && required.isEmpty
            && additionalProperties == nil && patternProperties.isEmpty && items == nil && prefixItems.isEmpty
            && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty && !isNullable && conditional.isEmpty && format == nil
    }
}
