package import MartletSource

extension Info: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Info Object", diagnostics) else { return nil }
        title = fields.requiredText("title") ?? ""
        description = fields.text("description")
        version = fields.requiredText("version") ?? ""
        fields.ignore("termsOfService", "contact", "license")
        fields.finish()
    }
}
