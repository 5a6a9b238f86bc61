import MartletSource

/// What references can name (Components Object, 4.7). What is only ever reached through references is not kept here.
package struct Components: Sendable {
    /// In document order.
    package var schemas: [Named<SchemaID>] = []
    package var securitySchemes: [Named<SecurityScheme>] = []
}
