package import MartletSource

extension RequestBody: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Request Body Object", diagnostics) else { return nil }
        description = fields.text("description")
        isRequired = fields.flag("required")
        _ = fields.required("content")
        content = fields.map("content").compactMap { MediaType($0, diagnostics) }
        location = node.location
        fields.finish()
    }
}
