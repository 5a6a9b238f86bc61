package import MartletSource

extension PathItem: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Path Item Object", diagnostics) else { return nil }
        var operations: [Operation] = []
        for entry in node.entries {
            guard let name = entry.key.text, let method = HTTPMethod(rawValue: name.unencoded) else { continue }
            _ = fields.entry(name)
            if let operation = Operation(method, entry, diagnostics) { operations.append(operation) }
        }
        self.operations = operations
        parameters = fields.values("parameters")
        if let unsupported = fields.unsupported("$ref", "servers") {
            diagnostics.report(unsupported.warning("it is ignored"))
        }
        fields.ignore("summary", "description")
        fields.finish()
    }
}
