package import MartletSource

extension PathItem: Referenceable {
    package static var section: FieldName { .pathItems }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Path Item Object", context) else { return nil }
        parameters = fields.values(.parameters)
        servers = fields.values(.servers)
        var operations: [Operation] = []
        for (field, method) in HTTPMethod.fixed {
            guard let entry = fields.entry(field) else { continue }
            if let operation = Operation(HTTPMethod(name: method), entry, context) { operations.append(operation) }
        }
        for entry in fields.map(.additionalOperations) {
            let method = HTTPMethod(name: entry.keyText)
            if let operation = Operation(method, entry, context) { operations.append(operation) }
        }
        self.operations = operations.sorted { $0.location < $1.location }
        fields.ignore(.summary, .description)
        fields.finish()
    }
}
