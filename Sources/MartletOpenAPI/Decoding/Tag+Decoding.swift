package import MartletSource

extension Tag: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Tag Object", diagnostics), let name = fields.requiredText("name") else {
            return nil
        }
        self.name = name
        description = fields.text("description")
        fields.ignore("externalDocs")
        fields.finish()
    }
}
