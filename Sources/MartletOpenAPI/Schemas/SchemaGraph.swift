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
        named = SchemaNames(components, links, schemas).named
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
        reportCircles(context)
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

    /// The schema that a chain of references without anything beside them ends at.
    package func resolved(_ id: SchemaID) -> SchemaID {
        var id = id
        // A circle has been reported; it ends somewhere.
        for _ in 0...schemas.count {
            guard schemas[id.index].isReferenceAlone, let next = targets[id.index] else { break }
            id = next
        }
        return id
    }

    /// A reference that leads through references back to itself never comes to a value.
    private func reportCircles(_ context: DecodingContext) {
        let edges = schemas.map { schema -> [Int] in
            schema.isReferenceAlone ? targets[schema.id.index].map { [$0.index] } ?? [] : []
        }
        for (index, cycle) in CycleFinder.cycles(edges: edges).enumerated() where cycle != nil {
            guard let reference = schemas[index].reference else { continue }
            context.report(.error(.circularReference(reference.target), at: reference.location))
        }
    }
}

extension Schema {
    /// Whether the schema is a reference with nothing beside it that would change the shape of a value.
    package var isReferenceAlone: Bool {
        reference != nil && types == nil && enumeration == nil && properties.isEmpty && required.isEmpty
            && additionalProperties == nil && patternProperties.isEmpty && items == nil && prefixItems.isEmpty
            && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty && !isNullable && conditional.isEmpty && format == nil
    }
}
