package import MartletSource

extension Components: NodeDecodable {
    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Components Object", context) else { return nil }
        schemas = fields.objects(.schemas).map {
            Named(name: $0.keyText, location: $0.key.location, value: context.schema(at: $0.value))
        }
        securitySchemes = fields.named(.securitySchemes)
        // Components are decoded even if no operation uses them, so that their problems are reported.
        fields.check(Parameter.self)
        fields.check(RequestBody.self)
        fields.check(Response.self)
        fields.check(Header.self)
        fields.check(Example.self)
        fields.check(Link.self)
        fields.check(Callback.self)
        _ = context.pathItems(fields.objects(.pathItems)) { PathItem.resolved($0, context) }
        fields.check(MediaType.self)
        fields.finish()
    }
}

extension Fields {
    /// Decodes the components of one type, to report their problems.
    fileprivate mutating func check<Value: Referenceable>(_ type: Value.Type) {
        for entry in objects(Value.section) { context.check(entry, type) }
    }
}
