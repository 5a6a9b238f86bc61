package import MartletSource

extension Parameter: Referenceable {
    package static var section: FieldName { .parameters }
    package mutating func replaceDescription(with description: SpecText?) { self.description = description }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Parameter Object", context), let placeNode = fields.required(.in) else {
            return nil
        }
        guard let place = placeNode.text.flatMap({ Place(rawValue: $0) }) else {
            context.report(.error(.unknownPlace(placeNode.text), at: placeNode.location))
            return nil
        }
        // The name of a parameter that is the whole query isn't sent.
        if place == .querystring { fields.expect(.name) }
        guard let name = place == .querystring ? fields.text(.name) ?? "query" : fields.requiredText(.name) else {
            return nil
        }
        self.name = name
        self.place = place
        description = fields.text(.description)
        isRequired = fields.flag(.required) ?? false
        isDeprecated = fields.flag(.deprecated) ?? false
        allowReserved = fields.flag(.allowReserved) ?? false
        allowEmptyValue = fields.flag(.allowEmptyValue) ?? false
        style = fields.style(in: place)
        explode = fields.flag(.explode) ?? style.explodes
        content = fields.parameterContent("Parameter Object")
        location = node.location
        fields.finish()
    }
}

extension Header: Referenceable {
    package static var section: FieldName { .headers }
    package mutating func replaceDescription(with description: SpecText?) { self.description = description }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Header Object", context) else { return nil }
        description = fields.text(.description)
        isRequired = fields.flag(.required) ?? false
        isDeprecated = fields.flag(.deprecated) ?? false
        explode = fields.flag(.explode) ?? false
        content = fields.parameterContent("Header Object")
        location = node.location
        _ = fields.style(in: .header)
        fields.finish()
    }
}

extension Parameter.Place {
    /// The default style of a parameter (OpenAPI 3.2.0, 4.12.2.2).
    var style: Parameter.Style {
        switch self {
        case .path, .header: .simple
        case .query, .cookie, .querystring: .form
        }
    }
}

extension Parameter.Place {
    /// The styles that a parameter can have (OpenAPI 3.2.0, 4.12.3, Style Values). The whole query has none.
    fileprivate var styles: [Parameter.Style] {
        switch self {
        case .path: [.simple, .label, .matrix]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        case .querystring: []
        }
    }
}

extension Parameter.Style {
    /// The default of `explode` (OpenAPI 3.2.0, 4.12.2.2).
    var explodes: Bool { self == .form || self == .cookie }
}

extension Fields {
    /// The style of a parameter or a header: that of the `style` field if it can stand there, else the default.
    fileprivate mutating func style(in place: Parameter.Place) -> Parameter.Style {
        guard let style = style(), let node = node(.style) else { return place.style }
        if place.styles.contains(style) { return style }
        context.report(.warning(.misplacedStyle(style, in: place), at: node.location))
        return place.style
    }

    /// The value of the `style` field; `nil` if it is absent, or unknown, which is reported.
    mutating func style() -> Parameter.Style? {
        guard let node = node(.style) else { return nil }
        if let style = node.text.flatMap({ Parameter.Style(rawValue: $0) }) { return style }
        context.report(.warning(.unknownStyle(node.text), at: node.location))
        return nil
    }

    /// The value of `schema` with its examples, or the media type in `content`. Without either, any value is accepted.
    mutating func parameterContent(_ object: String) -> ParameterContent {
        let schema = node(.schema)
        let hasContent = node(.content) != nil
        let content: [MediaType] = mediaTypes(.content)
        let examples = examples()
        if let media = content.first {
            if content.count > 1 { context.report(.warning(.severalContents, at: content[1].location)) }
            return .media(media)
        }
        if schema == nil, !hasContent {
            context.report(.warning(.missingField(FieldName.schema.text, of: object), at: node.location))
        }
        return .schema(schema.map { context.schema(at: $0) }, examples: examples)
    }
}

extension Diagnostic.Message {
    package static func unknownPlace(_ place: SpecText?) -> Self {
        wrongWord(
            place, "a place of a parameter", among: ["path", "query", "header", "cookie", "querystring"],
            meant: [
                "body": "write a requestBody beside the parameters",
                "formData": "write a requestBody of type application/x-www-form-urlencoded or multipart/form-data",
            ])
    }

    package static let severalContents = Self(
        .ignoredPart, "a parameter can have only one content type; this one and those after it are ignored")

    package static func misplacedStyle(_ style: Parameter.Style, in place: Parameter.Place) -> Self {
        let allowed = place.styles.map(\.rawValue)
        let words = (allowed.count > 1 ? [allowed.dropLast().joined(separator: ", ")] : []) + allowed.suffix(1)
        return Self(
            .wrongValue,
            place == .querystring
                ? "a parameter in querystring has no style; it is ignored"
                : "\(style.rawValue) is not a style of \(place == .header ? "a header" : "a parameter in \(place.rawValue)"); \(place.style.rawValue) is used",
            hint: allowed.isEmpty ? "remove it" : "write \(words.joined(separator: " or "))")
    }

    package static func unknownStyle(_ style: SpecText?) -> Self {
        wrongWord(
            style, "a style",
            among: [
                "matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie",
            ],
            outcome: "the default style is used")
    }
}
