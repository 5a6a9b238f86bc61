package import MartletSource

extension Parameter: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Parameter Object", diagnostics),
            let name = fields.requiredText("name"),
            let placeNode = fields.required("in")
        else { return nil }
        guard let place = placeNode.text.flatMap({ Place(rawValue: $0.unencoded) }) else {
            diagnostics.report(.error(.unknownPlace, at: placeNode.location))
            return nil
        }
        self.name = name
        self.place = place
        description = fields.text("description")
        isRequired = fields.flag("required")
        isDeprecated = fields.flag("deprecated")
        location = node.location
        example = fields.node("example") ?? fields.map("examples").first?.value["value"]
        unsupported = Self.unsupported(&fields, place)
        schema = fields.value("schema")
        if schema == nil, unsupported == nil {
            diagnostics.report(.error(.missingField("schema", of: "Parameter Object"), at: node.location))
        }
        fields.finish()
    }

    /// The first thing about a parameter's form that martlet can't send yet; defaults of the style tables (4.7.12.2) are fine.
    private static func unsupported(_ fields: inout Fields, _ place: Place) -> Unsupported? {
        let content = fields.unsupported("content")
        let reserved = fields.entry("allowReserved")
        let style = fields.entry("style")
        let explode = fields.entry("explode")
        fields.ignore("allowEmptyValue")
        if let content { return content }
        if let style, let text = style.value.text, text != (place == .query ? "form" : "simple") {
            return Unsupported("parameter style \(text)", at: style.value.location)
        }
        if let explode, explode.value.scalar != .bool(place == .query) {
            return Unsupported("explode other than the style's default", at: explode.value.location)
        }
        if let reserved, reserved.value.scalar != .bool(false) {
            return Unsupported("allowReserved", at: reserved.key.location)
        }
        return nil
    }
}

extension Diagnostic.Message {
    package static let unknownPlace: Self = "a parameter's \"in\" is path, query, header or cookie"
}
