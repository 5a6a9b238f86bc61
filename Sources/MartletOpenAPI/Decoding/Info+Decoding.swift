package import MartletSource

extension Info: NodeDecodable {
    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Info Object", context) else { return nil }
        fields.expect(.title)
        fields.expect(.version)
        title = fields.text(.title) ?? ""
        description = fields.text(.description)
        version = fields.text(.version) ?? ""
        fields.ignore(.summary, .termsOfService, .contact, .license)
        fields.finish()
    }
}
