package import MartletSource

extension Tag: NodeDecodable {
    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Tag Object", context), let name = fields.requiredText(.name) else {
            return nil
        }
        self.name = name
        summary = fields.text(.summary)
        description = fields.text(.description)
        fields.ignore(.externalDocs, .parent, .kind)
        fields.finish()
    }
}
