package import MartletSource

extension MediaType: Referenceable {
    package static var section: FieldName { .mediaTypes }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Media Type Object", context) else { return nil }
        contentType = ""
        schema = fields.schema(.schema)
        itemSchema = fields.schema(.itemSchema)
        examples = fields.examples()
        encoding = fields.named(.encoding)
        location = node.location
        for field in [FieldName.prefixEncoding, .itemEncoding] {
            guard let entry = fields.entry(field) else { continue }
            context.report(.warning(.positionalEncoding(field.text), at: entry.key.location))
        }
        fields.finish()
    }
}

extension Encoding: NodeDecodable {
    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Encoding Object", context) else { return nil }
        contentTypes = fields.mediaTypeList(.contentType)
        headers = fields.headers()
        style = fields.style()
        explode = fields.flag(.explode)
        allowReserved = fields.flag(.allowReserved) ?? false
        location = node.location
        fields.ignore(.encoding, .prefixEncoding, .itemEncoding)
        fields.finish()
    }
}

extension Fields {
    /// The media types of a `content` field.
    mutating func mediaTypes(_ name: FieldName) -> [MediaType] {
        objects(name).compactMap { entry in
            guard let contentType = mediaTypeName(entry.keyText, at: entry.key.location) else { return nil }
            // An empty value in YAML: only the content type is known.
            if entry.value.isNull { return MediaType(contentType, nil, [], at: entry.value.location) }
            var mediaType = MediaType.resolved(entry.value, context)
            mediaType?.contentType = contentType
            return mediaType
        }
    }

    /// The values of `example` and `examples`, without those in other files (OpenAPI 3.2.0, 4.19, Example Object).
    mutating func examples() -> [Node] {
        let example = node(.example).map { [$0] } ?? []
        return example
            + objects(.examples).compactMap { entry in
                Example.resolved(entry.value, context)?.value
            }
    }
}

/// An example of a value (OpenAPI 3.2.0, 4.19, Example Object).
struct Example: Referenceable {
    static var section: FieldName { .examples }
    static var isNeeded: Bool { false }

    /// The value; `nil` if it is in another file, or only its serialized form is given.
    let value: Node?

    init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Example Object", context) else { return nil }
        let value = fields.node(.value)
        self.value = fields.node(.dataValue) ?? value
        fields.ignore(.summary, .description, .externalValue, .serializedValue)
        fields.finish()
    }
}

extension Diagnostic.Message {
    package static func positionalEncoding(_ name: SpecText) -> Self {
        Self(.unsupported, "\(name) is not supported; the content types of the parts are determined by their schemas")
    }
}
