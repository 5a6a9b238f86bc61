package import MartletSource

/// The name of a fixed field of an OpenAPI object, or of a keyword of a schema, in any version.
package enum FieldName: Int, CaseIterable, Sendable {
    case additionalItems, additionalOperations, additionalProperties, allOf, allowEmptyValue, allowReserved, anchor,
        anyOf
    case attribute, authorizationCode, authorizationUrl, basePath, bearerFormat, callbacks, clientCredentials
    case collectionFormat, comment, components, const, consumes, contact, contains, content, contentEncoding
    case contentMediaType, contentSchema, contentType, cookie, dataValue, `default`, defaultMapping, definitions, defs
    case delete, dependentRequired, dependentSchemas, deprecated, description, deviceAuthorization
    case deviceAuthorizationUrl, discriminator, dynamicAnchor, dynamicRef, `else`, email, encoding, `enum`, example
    case examples, exclusiveMaximum, exclusiveMinimum, explode, expression, externalDocs, externalValue, flow, flows
    case format, get, head, header, headers, host, id, identifier, `if`, implicit, `in`, info, itemEncoding, itemSchema
    case items, jsonSchemaDialect, kind, license, links, mapping, maxContains, maxItems, maxLength, maxProperties
    case maximum, mediaTypes, method, minContains, minItems, minLength, minProperties, minimum, multipleOf, name
    case namespace, nodeType, not, nullable, oauth2MetadataUrl, oneOf, openIdConnectUrl, openapi, operationId
    case operationRef, options, parameters, parent, password, patch, path, pathItems, paths, pattern
    case patternProperties, post, prefix, prefixEncoding, prefixItems, produces, properties, propertyName
    case propertyNames, put, query, querystring, readOnly, ref, refreshUrl, requestBodies, requestBody, required
    case responses, schema, schemaDialect, schemas, scheme, schemes, scopes, security, securityDefinitions
    case securitySchemes, `self`, serializedValue, server, servers, style, summary, swagger, tags, termsOfService, then
    case title, tokenUrl, trace, type, unevaluatedItems, unevaluatedProperties, uniqueItems, url, value, variables
    case version, vocabulary, webhooks, wrapped, writeOnly, xEnumDescriptions, xEnumVarnames, xMsEnum, xNullable, xml

    /// The spelling in documents.
    package var text: SpecText { Self.texts[rawValue] }

    /// The spellings of all names, in the order of their raw values.
    private static let texts = allCases.map { SpecText(spelling(of: $0)) }

    private static func spelling(of name: FieldName) -> String {
        switch name {
        // JSON Schema's core keywords (JSON Schema 2020-12 Core, 8) and OpenAPI 3.2's $self begin with a dollar sign.
        case .anchor, .comment, .defs, .dynamicAnchor, .dynamicRef, .id, .ref, .schemaDialect, .self, .vocabulary:
            name == .schemaDialect ? "$schema" : "$\(String(describing: name))"
        // OpenAPI has no fields for these; the extensions are common.
        case .xEnumDescriptions: "x-enum-descriptions"
        case .xEnumVarnames: "x-enum-varnames"
        case .xMsEnum: "x-ms-enum"
        case .xNullable: "x-nullable"
        default: String(describing: name)
        }
    }
}
