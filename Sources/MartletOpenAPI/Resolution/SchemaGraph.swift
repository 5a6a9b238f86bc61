import MartletSource

/// The named schemas of a document and how they lead to one another.
package struct SchemaGraph: Sendable {
    /// In document order.
    package let schemas: [Named<SchemaOrReference>]
    private let indices: [SpecText: Int]
    /// For each schema, the group of schemas that contain each other; groups of one that isn't in a cycle are `nil`.
    private let cycles: [Int?]

    init(_ schemas: [Named<SchemaOrReference>]) {
        self.schemas = schemas
        let indices = Dictionary(schemas.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.indices = indices
        cycles = CycleFinder.cycles(
            edges: schemas.map { schema in
                schema.value.containedReferences.compactMap { try? indices[$0.component(in: "schemas").get()] }
            }
        )
    }

    /// The place of the schema that a reference names, or `nil` when there is none.
    package func index(of reference: Reference) -> Int? {
        guard case .success(let name) = reference.component(in: "schemas") else { return nil }
        return indices[name]
    }

    /// The schema behind a reference, through aliases of aliases; `nil` when there is none or they go in circles.
    package func schema(_ value: SchemaOrReference) -> Schema? {
        var value = value
        for _ in 0...schemas.count {
            switch value {
            case .schema(let schema): return schema
            case .reference(let reference):
                guard let index = index(of: reference) else { return nil }
                value = schemas[index].value
            }
        }
        return nil
    }

    /// Whether a value of one schema would have to hold a value of the other, which in turn holds one of the first.
    package func isCycle(_ first: Int, _ second: Int) -> Bool {
        cycles[first] != nil && cycles[first] == cycles[second]
    }
}

extension SchemaOrReference {
    /// The references that a value holds within itself: not those through arrays and maps, which hold theirs elsewhere.
    fileprivate var containedReferences: [Reference] {
        switch self {
        case .reference(let reference): [reference]
        case .schema(let schema): schema.properties.flatMap(\.value.containedReferences)
        }
    }

    /// All references in the schema, wherever they stand.
    package var allReferences: [Reference] {
        switch self {
        case .reference(let reference): [reference]
        case .schema(let schema):
            schema.properties.flatMap(\.value.allReferences) + (schema.items?.allReferences ?? [])
                + schema.additionalProperties.allReferences
        }
    }
}

extension Schema.AdditionalProperties {
    fileprivate var allReferences: [Reference] {
        if case .schema(let schema) = self { schema.allReferences } else { [] }
    }
}
