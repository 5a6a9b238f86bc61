package import MartletSource

extension PathItem: NodeDecodable {
    package init?(_ node: Node, _ context: DecodingContext) {
        guard let fields = PathItemFields.resolved(node, context) else { return nil }
        self.init(
            fields,
            parameters: fields.parameters.compactMap { Parameter.resolved($0, context) },
            servers: fields.servers.compactMap { Server.resolved($0, context) },
            context
        ) { Operation($0, $1, context) }
    }

    package static func resolved(_ node: Node, _ context: DecodingContext) -> PathItem? {
        // A callback of one of the operations can refer to this path item.
        context.object(at: node, nil) { PathItem(node, context) }
    }

    /// Decodes the operations. An operation with an error is left out.
    init(
        _ fields: PathItemFields,
        parameters: [Parameter],
        servers: [Server],
        _ context: DecodingContext,
        operation: (HTTPMethod, Entry) -> Operation?
    ) {
        self.parameters = parameters
        self.servers = servers
        for (method, entry) in fields.operations {
            if let operation = context.diagnostics.attempt({ operation(method, entry) }) {
                operations.append(operation)
            } else {
                leftOut.append(LeftOut(method, entry))
            }
        }
    }
}

extension PathItem {
    /// A path item of which all operations are left out.
    fileprivate init(withErrorsIn node: Node) {
        parameters = []
        servers = []
        leftOut = HTTPMethod.fixed.compactMap { field, name in
            node.entries.first { $0.keyText == field.text }.map { LeftOut(HTTPMethod(name: name), $0) }
        }
    }
}

extension DecodingContext {
    /// Decodes the path items of a map. The operations of a path item with an error are left out, with a warning.
    func pathItems(_ entries: [Entry], _ pathItem: (Node) -> PathItem?) -> [Named<PathItem>] {
        entries.map { entry in
            guard let item = diagnostics.attempt({ pathItem(entry.value) }) else {
                diagnostics.reportOmission(.pathLeftOut(entry.keyText), at: entry.key.location)
                return Named(
                    name: entry.keyText, location: entry.key.location, value: PathItem(withErrorsIn: entry.value))
            }
            for operation in item.leftOut {
                diagnostics.reportOmission(.operationLeftOut(operation.method, entry.keyText), at: operation.location)
            }
            return Named(name: entry.keyText, location: entry.key.location, value: item)
        }
    }
}

extension Diagnostic.Message {
    package static func pathLeftOut(_ path: SpecText) -> Self {
        Self(.leftOut, "the operations of \(path) are left out of the client")
    }

    package static func operationLeftOut(_ method: HTTPMethod, _ path: SpecText) -> Self {
        Self(
            .leftOut,
            "the operation \(SpecText("\(method.name) \(path)")) is left out of the client")
    }
}
