import MartletSource

/// The fields of OpenAPI objects and the keywords of schemas that contain schemas. Other fields contain data, such as
/// examples, defaults, members of `enum` and extensions.
enum SchemaPlaces {
    /// The content of a field.
    enum Content {
        /// A schema, or a list of schemas.
        case schema
        /// A map of schemas.
        case schemas
        /// An object that can contain schemas.
        case object
        /// A list or map of such objects.
        case objects
        /// A map of maps of such objects.
        case objectGroups
    }

    /// The content of a field of an object that isn't a schema; `nil` if it can't contain schemas.
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

    /// The content of a keyword of a schema; `nil` if it doesn't contain schemas.
    static func content(ofKeyword field: FieldName) -> Content? {
        switch field {
        case .allOf, .anyOf, .oneOf, .prefixItems, .items, .additionalItems, .unevaluatedItems, .contains,
            .additionalProperties, .unevaluatedProperties, .propertyNames, .contentSchema, .if, .then, .else, .not:
            .schema
        case .properties, .patternProperties, .dependentSchemas, .defs, .definitions: .schemas
        default: nil
        }
    }

    /// Whether a name is that of a keyword that contains schemas.
    static func isKeyword(_ name: SpecText) -> Bool { keywords.contains(name) }

    private static let keywords = Set(FieldName.allCases.filter { content(ofKeyword: $0) != nil }.map(\.text))
}
