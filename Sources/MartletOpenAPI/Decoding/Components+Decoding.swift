package import MartletSource

extension Components: NodeDecodable {
    /// What a document without components has.
    init() {
        schemas = []
        parameters = []
        requestBodies = []
        responses = []
        securitySchemes = []
    }

    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Components Object", diagnostics) else { return nil }
        schemas = fields.named("schemas")
        parameters = fields.named("parameters")
        requestBodies = fields.named("requestBodies")
        responses = fields.named("responses")
        securitySchemes = fields.named("securitySchemes")
        fields.ignore("headers", "examples", "links", "callbacks")
        fields.finish()
    }
}
