package import MartletSource

/// A document whose references are resolved: what the lowering to Swift works on.
package struct ResolvedDocument: Sendable {
    package let info: Info
    package let servers: [Server]
    package let tags: [Tag]
    package let schemas: SchemaGraph
    package let securitySchemes: [Named<SecurityScheme>]
    /// In document order.
    package let operations: [ResolvedOperation]
}

/// An operation with everything that the document says of it elsewhere.
package struct ResolvedOperation: Sendable {
    package let operation: Operation
    package let path: PathTemplate
    /// Those of the path that the operation doesn't override, then its own (OpenAPI 3.0.3, section 4.7.9.1).
    package let parameters: [Parameter]
    package let requestBody: RequestBody?
    package let responses: [ResolvedResponse]
    /// Any one of them is enough; empty when the operation needs no credentials.
    package let security: [SecurityRequirement]
}

/// A response under the status that it stands for.
package struct ResolvedResponse: Sendable {
    package let status: StatusPattern
    package let response: Response
    package let location: Location
}
