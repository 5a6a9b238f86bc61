package import MartletSource

extension SecurityScheme: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Security Scheme Object", diagnostics),
            let type = fields.requiredText("type")
        else { return nil }
        let place = fields.text("in")
        let name = fields.text("name")
        if type == "apiKey", place == "header", let name {
            kind = .apiKey(header: name)
        } else if type == "apiKey" {
            kind = .unsupported(Unsupported("an API key in \(place ?? "")", at: node.location))
        } else {
            kind = .unsupported(Unsupported("security scheme type \(type)", at: node.location))
        }
        description = fields.text("description")
        location = node.location
        fields.ignore("scheme", "bearerFormat", "flows", "openIdConnectUrl")
        fields.finish()
    }
}

extension SecurityRequirement: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard node.kind == .mapping else {
            diagnostics.report(.error(.expected("a mapping (Security Requirement Object)"), at: node.location))
            return nil
        }
        schemes = node.entries.map(\.keyText)
        location = node.location
    }
}
