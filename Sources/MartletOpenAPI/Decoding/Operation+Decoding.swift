package import MartletSource

extension Operation {
    /// Decodes an operation.
    ///
    /// - Parameter entry: The method's key and the Operation Object.
    init?(_ method: HTTPMethod, _ entry: Entry, _ context: DecodingContext) {
        guard let node = context.followed(entry.value), var fields = Fields(of: node, "Operation Object", context)
        else {
            return nil
        }
        guard method.name.isToken else {
            context.report(.error(.illegalMethod(method.name), at: entry.key.location))
            return nil
        }
        self.method = method
        operationID = fields.text(.operationId)
        tags = fields.texts(.tags)
        summary = fields.text(.summary)
        description = fields.text(.description)
        isDeprecated = fields.flag(.deprecated) ?? false
        parameters = fields.values(.parameters)
        requestBody = fields.value(.requestBody)
        // Required before OpenAPI 3.1, but often absent.
        if context.version < .v31 { fields.expect(.responses) }
        responses = fields.patterned(.responses).compactMap { StatusResponse($0, context) }
        callbacks = fields.named(.callbacks)
        security = fields.node(.security) == nil ? nil : fields.values(.security)
        servers = fields.values(.servers)
        location = entry.key.location
        fields.ignore(.externalDocs)
        fields.finish()
    }
}

extension Callback: Referenceable {
    package static var section: FieldName { .callbacks }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard node.kind == .mapping else {
            context.report(.error(.expected("a mapping (Callback Object)", not: node.described), at: node.location))
            return nil
        }
        let entries = node.entries.filter { !$0.isExtension && !context.isMisplacedText($0) }
        paths = context.pathItems(entries) { PathItem.resolved($0, context) }
    }
}

extension Diagnostic.Message {
    package static func illegalMethod(_ name: SpecText) -> Self {
        Self(.wrongValue, "\(name) is not a valid HTTP method")
    }
}
