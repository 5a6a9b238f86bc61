/// What references can name (Components Object, 4.7.7).
package struct Components: Sendable {
    package let schemas: [Named<SchemaOrReference>]
    package let parameters: [Named<OrReference<Parameter>>]
    package let requestBodies: [Named<OrReference<RequestBody>>]
    package let responses: [Named<OrReference<Response>>]
    package let securitySchemes: [Named<OrReference<SecurityScheme>>]
}
