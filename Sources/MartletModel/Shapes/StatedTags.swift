import MartletOpenAPI
import MartletSource

extension ShapeFinder {
    /// The values of a union's discriminator that select a variant according to its mapping, or else the name of the
    /// component (OpenAPI 3.2.0, 4.25.3).
    ///
    /// - Parameter schema: The schema of the variant; `nil` if it has several.
    func statedTags(of schema: SchemaID?, in owner: SchemaID) -> (values: [SpecText], areMapped: Bool) {
        if let schema, let mapped = mappedTags(of: owner)[schema] { return (mapped, true) }
        return (schema.flatMap { schemas.componentName(of: $0) }.map { [$0] } ?? [], false)
    }

    /// The values in the mapping of a union's discriminator, by the schemas that they select.
    private func mappedTags(of owner: SchemaID) -> [SchemaID: [SpecText]] {
        if let known = knownTags[owner] { return known }
        let tags = Dictionary(grouping: schemas.mapping(of: owner)) { schemas.resolved($0.schema) }
            .mapValues { $0.map(\.value) }
        knownTags[owner] = tags
        return tags
    }
}

/// The values of properties by which unions tell their types.
struct StatedTags {
    /// For each selected schema and property, the only value that selects it; `nil` if there are several.
    private var values: [Key: SpecText?] = [:]

    /// The schemas of optional constants that tell the types of unions without a discriminator.
    private var optional: Set<SchemaID> = []

    private struct Key: Hashable {
        let schema: SchemaID
        let property: SpecText
    }

    init(_ finder: ShapeFinder) {
        let schemas = finder.schemas
        for owner in schemas.all where owner.discriminator == nil && finder.hasAlternatives(owner.id) {
            guard case .union(let union) = finder.shape(of: AppliedSchemas(owner.id)).shape else { continue }
            addImplied(union, finder)
        }
        for owner in schemas.all {
            guard let property = owner.discriminator?.propertyName,
                case .union(let union) = finder.shape(of: AppliedSchemas(owner.id)).shape
            else { continue }
            for schema in union.variants.compactMap(\.single).map({ schemas.resolved($0) }) {
                let tags = finder.statedTags(of: schema, in: owner.id).values
                let key = Key(schema: schema, property: property)
                let tag = tags.count == 1 ? tags[0] : nil
                values[key] = .some(values[key].map { $0 == tag ? tag : nil } ?? tag)
            }
        }
    }

    private mutating func addImplied(_ union: UnionShape, _ finder: ShapeFinder) {
        guard let tags = UnionTags(implicitIn: union.variants.map { finder.traits(of: $0) }) else { return }
        for (index, variant) in union.variants.enumerated() where tags.onlyTag(of: index) != nil {
            guard case .structure(let structure) = finder.resolvedShape(of: variant),
                let property = structure.properties.first(where: { $0.name == tags.property }), !property.isRequired
            else { continue }
            optional.formUnion(property.value.schemas)
        }
    }

    /// Whether a property is an optional constant that distinguishes the types of a union, and is therefore written for new values.
    func tells(_ property: AppliedSchemas) -> Bool { property.schemas.contains(where: optional.contains) }

    /// The value that a property must have for a discriminator to select its schema.
    func value(of property: SpecText, in schema: SchemaID) -> SpecText? {
        values[Key(schema: schema, property: property)] ?? nil
    }
}
