import MartletOpenAPI
import MartletSource

extension ShapeFinder {
    /// The values of a union's discriminator that select a variant according to its mapping, or else the name of the
    /// component (OpenAPI 3.2.0, 4.25.3).
    ///
    /// - Parameter schema: The schema of the variant; `nil` if it has several.
    func statedTags(of schema: SchemaID?, in owner: SchemaID) -> (values: [SpecText], areMapped: Bool) {
        let mapped = schemas.mapping(of: owner).filter { schemas.resolved($0.schema) == schema }.map(\.value)
        if !mapped.isEmpty { return (mapped, true) }
        return (schema.flatMap { schemas.componentName(of: $0) }.map { [$0] } ?? [], false)
    }
}

/// The values that discriminators require of properties of the schemas they select.
struct StatedTags {
    /// For each selected schema and property, the only value that selects it; `nil` if there are several.
    private var values: [Key: SpecText?] = [:]

    private struct Key: Hashable {
        let schema: SchemaID
        let property: SpecText
    }

    init(_ finder: ShapeFinder) {
        let schemas = finder.schemas
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

    /// The value that a property must have for a discriminator to select its schema.
    func value(of property: SpecText, in schema: SchemaID) -> SpecText? {
        values[Key(schema: schema, property: property)] ?? nil
    }
}
