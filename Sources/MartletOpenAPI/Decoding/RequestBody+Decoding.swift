package import MartletSource

extension RequestBody: Referenceable {
    package static var section: FieldName { .requestBodies }
    package mutating func replaceDescription(with description: SpecText?) { self.description = description }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Request Body Object", context) else { return nil }
        description = fields.text(.description)
        isRequired = fields.flag(.required) ?? false
        fields.expect(.content)
        content = fields.mediaTypes(.content)
        location = node.location
        fields.finish()
    }
}
