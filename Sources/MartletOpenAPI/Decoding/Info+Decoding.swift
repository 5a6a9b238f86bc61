package import MartletSource

extension Info: NodeDecodable {
    /// Creates the information about an API whose document has no Info Object.
    init() { self.init(title: "API", description: nil, version: "") }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Info Object", context) else { return nil }
        fields.expect(.title)
        fields.expect(.version)
        title = fields.text(.title) ?? "API"
        description = fields.text(.description)
        version = fields.text(.version) ?? ""
        fields.ignore(.summary, .termsOfService, .contact, .license)
        fields.finish()
    }
}
