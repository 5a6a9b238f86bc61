package import MartletSource

extension Server: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Server Object", diagnostics),
            let url = fields.requiredText("url")
        else { return nil }
        self.url = url
        description = fields.text("description")
        location = node.location
        fields.ignore("variables")
        fields.finish()
    }
}
