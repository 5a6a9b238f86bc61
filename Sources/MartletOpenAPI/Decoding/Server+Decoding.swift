package import MartletSource

extension Server: NodeDecodable {
    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Server Object", context), let url = fields.requiredText(.url) else {
            return nil
        }
        self.url = url
        name = fields.text(.name)
        description = fields.text(.description)
        variables = fields.named(.variables)
        location = node.location
        fields.finish()
    }
}

extension ServerVariable: NodeDecodable {
    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Server Variable Object", context) else { return nil }
        values = fields.texts(.enum)
        fields.expect(.default)
        defaultValue = fields.text(.default) ?? values.first ?? ""
        description = fields.text(.description)
        fields.finish()
    }
}
