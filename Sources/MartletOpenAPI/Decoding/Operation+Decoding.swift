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
        operationID = fields.operationID()
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

extension Fields {
    /// The ID of an operation; `nil` if it is absent or empty.
    mutating func operationID() -> SpecText? {
        guard let id = text(.operationId) else { return nil }
        if id.utf8.contains(where: { $0 != UInt8(ascii: " ") }) { return id }
        if let node = node(.operationId) { context.report(.warning(.emptyOperationID, at: node.location)) }
        return nil
    }
}

extension Callback: Referenceable {
    package static var section: FieldName { .callbacks }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard node.kind == .mapping else {
            context.report(.error(.expected("a mapping (Callback Object)", not: node.described), at: node.location))
            return nil
        }
        let entries = node.entries.filter { entry in
            if entry.isExtension || context.isMisplacedText(entry) { return false }
            guard HTTPMethod.fixed.contains(where: { $0.0.text == entry.keyText }) else { return true }
            context.report(.error(.methodOfCallback(entry.keyText), at: entry.key.location))
            return false
        }
        paths = context.pathItems(entries) { PathItem.resolved($0, context) }
    }
}

extension Diagnostic.Message {
    package static let emptyOperationID = Self(
        .ignoredPart,
        "an empty operationId names nothing; it is ignored, and the operation named after its method and path")

    static func methodOfCallback(_ method: SpecText) -> Self {
        Self(
            .wrongValue, "expected the URL of a callback here, such as {$request.body#/url}, not the method \(method)",
            hint: "indent the methods below the URL")
    }

    package static func illegalMethod(_ name: SpecText) -> Self {
        Self(.wrongValue, "\(name) is not a valid HTTP method")
    }
}
