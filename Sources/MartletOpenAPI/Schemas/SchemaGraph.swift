package import MartletSource

/// The schemas of a document and of the files that it refers to, and how they lead to one another.
///
/// A class, since all of lowering holds it and asks for one schema after the other.
package final class SchemaGraph: Sendable {
    /// All schemas, wherever they stand.
    private let schemas: [Schema]
    /// Where the references of schemas lead, by the schema's number.
    private let targets: [SchemaID?]
    /// What discriminators name: for each of their schemas the values, and the schema that stands for each.
    private let mappings: [SchemaID: [(value: SpecText, schema: SchemaID)]]
    private let defaults: [SchemaID: SchemaID]
    /// Those that have a name of their own, since the document gives them one or refers to them; components first, in
    /// document order.
    package let named: [NamedSchema]
    /// The place in `named` by the schema's number.
    private let namedIndices: [Int?]
    /// The schemas that chains of references without anything beside them end at, by the number of the first.
    private let ends: [SchemaID]
    /// Those with a fault, and those that lead to one with a fault.
    private let unusable: Set<SchemaID>
    /// The groups of schemas that a value of any one of them must fit all of, or one of, at the same place.
    private let circles: [Int?]

    /// Follows the references of all schemas that have been decoded, and of those that they lead to.
    init(_ components: Components, _ context: DecodingContext) {
        var links = SchemaLinks(components, context)
        links.followAll()
        schemas = context.schemas.finished
        targets = links.targets
        mappings = links.mappings
        defaults = links.defaults
        ends = Self.ends(schemas, links.targets)
        Self.reportCircles(schemas, links.targets, context)
        let unusable = UnusableSchemas(schemas, links, faulty: context.schemas.faulty).ids
        self.unusable = unusable
        named = SchemaNames(components, links, schemas).named.filter { schema in
            guard unusable.contains(schema.id) else { return true }
            context.diagnostics.reportOmission(.schemaLeftOut(schema.names[0]), at: schema.location)
            return false
        }
        var indices = [Int?](repeating: nil, count: schemas.count)
        for (index, schema) in named.enumerated().reversed() { indices[schema.id.index] = index }
        namedIndices = indices
        circles = CycleFinder.cycles(
            edges: schemas.map { [targets = links.targets] schema in
                var edges = schema.allOf.map(\.index)
                for other in schema.oneOf { edges.append(other.index) }
                for other in schema.anyOf { edges.append(other.index) }
                if let target = targets[schema.id.index] { edges.append(target.index) }
                return edges
            }
        )
    }

    /// Whether each of two schemas leads to the other, at the same place of a value.
    package func isCircle(_ first: SchemaID, _ second: SchemaID) -> Bool {
        circles[first.index] != nil && circles[first.index] == circles[second.index]
    }

    package subscript(id: SchemaID) -> Schema { schemas[id.index] }

    /// Every schema, in the order in which they were met.
    package var all: [Schema] { schemas }

    /// Where the schema's `$ref` leads; `nil` when it has none, or none that leads anywhere.
    package func target(of id: SchemaID) -> SchemaID? { targets[id.index] }

    /// The values of a discriminator that its mapping lists, each with its schema.
    package func mapping(of id: SchemaID) -> [(value: SpecText, schema: SchemaID)] { mappings[id] ?? [] }

    /// The schema of a value that no other entry of the discriminator claims.
    package func defaultMapping(of id: SchemaID) -> SchemaID? { defaults[id] }

    /// Whether the schema has a name of its own.
    package func isNamed(_ id: SchemaID) -> Bool { namedIndices[id.index] != nil }

    /// The key of a schema in the document's components; `nil` when it is none of them.
    package func componentName(of id: SchemaID) -> SpecText? {
        guard let index = namedIndices[id.index], named[index].isComponent else { return nil }
        return named[index].names[0]
    }

    /// Whether the schema has a fault or leads to one that has, so that nothing can be made of it.
    func isUnusable(_ id: SchemaID) -> Bool { unusable.contains(id) }

    /// The schema that a chain of references without anything beside them ends at.
    package func resolved(_ id: SchemaID) -> SchemaID { ends[id.index] }

    /// Where chains of references end, each reference followed once; a circle ends somewhere.
    private static func ends(_ schemas: [Schema], _ targets: [SchemaID?]) -> [SchemaID] {
        let nexts = schemas.map { $0.isReferenceAlone ? targets[$0.id.index] : nil }
        var ends = [SchemaID?](repeating: nil, count: schemas.count)
        for schema in schemas where ends[schema.id.index] == nil {
            var way: [SchemaID] = []
            var id = schema.id
            while ends[id.index] == nil, let next = nexts[id.index], way.count <= schemas.count {
                way.append(id)
                id = next
            }
            let end = ends[id.index] ?? id
            for id in way { ends[id.index] = end }
            ends[id.index] = end
        }
        return schemas.map { ends[$0.id.index] ?? $0.id }
    }

    /// A reference that leads through references back to itself never comes to a value.
    private static func reportCircles(_ schemas: [Schema], _ targets: [SchemaID?], _ context: DecodingContext) {
        let edges = schemas.map { schema -> [Int] in
            schema.isReferenceAlone ? targets[schema.id.index].map { [$0.index] } ?? [] : []
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

extension Diagnostic.Message {
    package static func schemaLeftOut(_ name: SpecText) -> Self { "the schema \(name) is left out of the client" }
}

extension Schema {
    /// Whether the schema is a reference with nothing beside it that would change the shape of a value.
    package var isReferenceAlone: Bool {
        reference != nil && types == nil && enumeration == nil && properties.isEmpty && required.isEmpty
            && additionalProperties == nil && patternProperties.isEmpty && items == nil && prefixItems.isEmpty
            && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty && !isNullable && conditional.isEmpty && format == nil
    }
}
