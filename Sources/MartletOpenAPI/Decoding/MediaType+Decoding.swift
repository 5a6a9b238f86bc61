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
        headers = fields.named(.headers)
        style = fields.style()
        explode = fields.flag(.explode)
        allowReserved = fields.flag(.allowReserved) ?? false
        location = node.location
        fields.ignore(.encoding, .prefixEncoding, .itemEncoding)
        fields.finish()
    }
}

extension Fields {
    /// The media types of a `content` field, by their content types.
    mutating func mediaTypes(_ name: FieldName) -> [MediaType] {
        objects(name).compactMap { entry in
            guard let contentType = mediaTypeName(entry.keyText, at: entry.key.location) else { return nil }
            // An empty value in YAML: nothing is said of the content but its type.
            if entry.value.isNull { return MediaType(contentType, nil, [], at: entry.value.location) }
            var mediaType = MediaType.resolved(entry.value, context)
            mediaType?.contentType = contentType
            return mediaType
        }
    }

    /// The values of `example` and `examples`, as far as they stand in the document (Example Object, 4.19).
    mutating func examples() -> [Node] {
        let example = node(.example).map { [$0] } ?? []
        return example
            + objects(.examples).compactMap { entry in
                Example.resolved(entry.value, context)?.value
            }
    }
}

/// An example of a value (Example Object, 4.19).
struct Example: Referenceable {
    static var section: FieldName { .examples }
    static var isNeeded: Bool { false }

    /// `nil` when the value is elsewhere or is given as it travels.
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
        "\(name) is not supported; the parts have the content types that their schemas ask for"
    }
}
