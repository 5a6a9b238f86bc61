import MartletSource

/// Where schemas stand in OpenAPI objects and in schemas. What stands elsewhere is data: examples, defaults, members of
/// `enum`, extensions.
enum SchemaPlaces {
    /// What the value of a field holds.
    enum Content {
        /// A schema, or a list of schemas.
        case schema
        /// Schemas under names.
        case schemas
        /// An object with schemas somewhere in it.
        case object
        /// Such objects, in a list or under names.
        case objects
        /// Such objects under names under names.
        case objectGroups
    }

    /// What a field of an object other than a schema holds; `nil` when there are no schemas in it.
    static func content(ofObjectField field: FieldName) -> Content? {
        switch field {
        case .schema, .itemSchema: .schema
        case .schemas, .definitions: .schemas
        case .components, .get, .put, .post, .delete, .options, .head, .patch, .trace, .query, .requestBody,
            .itemEncoding:
            .object
        case .paths, .webhooks, .pathItems, .additionalOperations, .parameters, .requestBodies, .responses, .headers,
            .content, .mediaTypes, .encoding, .prefixEncoding:
            .objects
        case .callbacks: .objectGroups
        default: nil
        }
    }

    /// What a keyword of a schema holds; `nil` when it is no schema.
    static func content(ofKeyword field: FieldName) -> Content? {
        switch field {
        case .allOf, .anyOf, .oneOf, .prefixItems, .items, .additionalItems, .unevaluatedItems, .contains,
            .additionalProperties, .unevaluatedProperties, .propertyNames, .contentSchema, .if, .then, .else, .not:
            .schema
        case .properties, .patternProperties, .dependentSchemas, .defs, .definitions: .schemas
        default: nil
        }
    }

    /// Whether a name is that of a keyword that holds schemas.
    static func isKeyword(_ name: SpecText) -> Bool { keywords.contains(name) }

    private static let keywords = Set(FieldName.allCases.filter { content(ofKeyword: $0) != nil }.map(\.text))
}
