package import MartletSource

extension Schema: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Schema Object", diagnostics) else { return nil }
        var unsupported = fields.unsupported("allOf", "oneOf", "anyOf", "not", "discriminator")
        if let type = fields.node("type") {
            kind = type.text.flatMap { Kind(rawValue: $0.unencoded) }
            if kind == nil {
                diagnostics.report(.error(.unknownType, at: type.location))
            }
        } else {
            kind = nil
        }
        format = fields.text("format")
        title = fields.text("title")
        description = fields.text("description")
        isNullable = fields.flag("nullable")
        isDeprecated = fields.flag("deprecated")
        enumeration = fields.node("enum").map { _ in fields.elements("enum") }
        properties = fields.named("properties")
        required = fields.texts("required")
        let additional = fields.node("additionalProperties")
        additionalProperties = Self.additionalProperties(additional, diagnostics)
        statesAdditionalProperties = additional != nil
        items = fields.value("items")
        example = fields.node("example")
        location = node.location
        for flag: SpecText in ["readOnly", "writeOnly"] where unsupported == nil && fields.flag(flag) {
            unsupported = Unsupported("\(flag)", at: fields.node(flag)?.location ?? node.location)
        }
        self.unsupported = unsupported
        // Constraints on values are for the server to check; the client sends what it is given.
        fields.ignore(
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties",
            "minProperties",
            "default",
            "xml",
            "externalDocs"
        )
        fields.finish()
    }

    private static func additionalProperties(
        _ node: Node?,
        _ diagnostics: DiagnosticCollector
    ) -> AdditionalProperties {
        guard let node else { return .any }
        if case .bool(let isAllowed) = node.scalar { return isAllowed ? .any : .none }
        return SchemaOrReference(node, diagnostics).map { .schema($0) } ?? .any
    }
}

extension SchemaOrReference: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        if let reference = Reference(in: node, diagnostics) {
            self = .reference(reference)
        } else if let schema = Schema(node, diagnostics) {
            self = .schema(schema)
        } else {
            return nil
        }
    }
}

extension Diagnostic.Message {
    package static let unknownType: Self = "a schema's type is string, number, integer, boolean, array or object"
}
