import MartletSource

/// The right places of fields that people write elsewhere, because another version of OpenAPI or a nested object has
/// them there.
enum MovedFields {
    /// The hint about a field that an object does not have.
    static func hint(_ field: SpecText, of object: String, _ version: SpecificationVersion) -> Diagnostic.Text? {
        if version == .v2 { return ofLaterVersions[object]?[field] }
        return ofSwagger[object]?[field]
            ?? (objectsWithSchema.contains(object) && ofSchemas.contains(field) ? "put it into schema" : nil)
    }

    /// The fields of Swagger 2.0 that OpenAPI 3 has elsewhere.
    private static let ofSwagger: [String: [SpecText: Diagnostic.Text]] = [
        "OpenAPI Object": [
            "definitions": "OpenAPI 3 has them in components, as schemas",
            "parameters": "OpenAPI 3 has them in components", "responses": "OpenAPI 3 has them in components",
            "securityDefinitions": "OpenAPI 3 has them in components, as securitySchemes",
            "host": "OpenAPI 3 has it in the URLs of servers", "basePath": "OpenAPI 3 has it in the URLs of servers",
            "schemes": "OpenAPI 3 has them in the URLs of servers",
            "consumes": "OpenAPI 3 has media types in content", "produces": "OpenAPI 3 has media types in content",
            "schemas": "put it into components", "securitySchemes": "put it into components",
            "title": "indent it below info", "version": "indent it below info", "description": "indent it below info",
        ],
        "OAuth Flows Object": [
            "accessCode": "OpenAPI 3 calls it authorizationCode", "application": "OpenAPI 3 calls it clientCredentials",
        ],
        "Operation Object": [
            "consumes": "OpenAPI 3 has media types in the content of the requestBody",
            "produces": "OpenAPI 3 has media types in the content of responses",
        ],
        "Response Object": ["schema": "put it into content: {application/json: {schema: …}}"],
        "Request Body Object": ["schema": "put it into content: {application/json: {schema: …}}"],
        "Parameter Object": ["collectionFormat": "OpenAPI 3 has style and explode"],
    ]

    /// The fields of OpenAPI 3 that Swagger 2.0 has elsewhere.
    private static let ofLaterVersions: [String: [SpecText: Diagnostic.Text]] = [
        "Operation Object": ["requestBody": "Swagger 2.0 has a parameter with in: body"],
        "Parameter Object": ["schema": "Swagger 2.0 has type and format here; schema is for the body"],
        "Response Object": ["content": "Swagger 2.0 has schema here, and media types in produces"],
        "Swagger Object": [
            "components": "Swagger 2.0 has definitions, parameters, responses and securityDefinitions",
            "servers": "Swagger 2.0 has host, basePath and schemes",
        ],
    ]

    /// The objects with a field `schema`, and the keywords of schemas that people write beside it.
    private static let objectsWithSchema: Set<String> = ["Parameter Object", "Header Object", "Media Type Object"]
    private static let ofSchemas: Set<SpecText> = [
        "type", "format", "items", "enum", "default", "properties", "minimum", "maximum", "pattern", "minLength",
        "maxLength", "nullable", "oneOf", "anyOf", "allOf", "$ref",
    ]
}
