import MartletSource

/// The schemas and security schemes of the components (OpenAPI 3.2.0, 4.7, Components Object). Other components are
/// only used through references.
package struct Components: Sendable {
    /// In document order.
    package var schemas: [Named<SchemaID>] = []
    package var securitySchemes: [Named<SecurityScheme>] = []
}
