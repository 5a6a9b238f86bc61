package import MartletSource

extension Document: NodeDecodable {
    /// Decodes a document of any version.
    ///
    /// - Returns: The document; `nil` if the node isn't an OpenAPI document, which is reported.
    package static func resolved(_ node: Node, _ context: DecodingContext) -> Document? {
        context.version == .v2 ? Document(swagger: node, context) : Document(node, context)
    }

    /// Decodes a document of OpenAPI 3 (OpenAPI 3.2.0, 4.1, OpenAPI Object).
    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "OpenAPI Object", context) else { return nil }
        fields.expect(.info)
        info = fields.value(.info) ?? Info()
        servers = fields.values(.servers)
        if context.version < .v31 { fields.expect(.paths) }
        paths = context.pathItems(fields.patterned(.paths)) { PathItem.resolved($0, context) }
        webhooks = context.pathItems(fields.objects(.webhooks)) { PathItem.resolved($0, context) }
        components = fields.value(.components) ?? Components()
        security = fields.values(.security)
        tags = fields.values(.tags)
        fields.ignore(.openapi, .externalDocs, .jsonSchemaDialect, .`self`)
        fields.finish()
    }
}
