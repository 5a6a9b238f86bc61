import MartletSource

/// A response of Swagger 2.0, which is the same for all content types (Swagger 2.0, Response Object).
struct SwaggerResponse: Referenceable {
    static var section: FieldName { .responses }

    private let description: SpecText?
    private let schema: SchemaID?
    private let isFile: Bool
    private let examples: [Entry]
    private let headers: [Named<Header>]
    private let location: Location

    init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Response Object", context) else { return nil }
        fields.expect(.description)
        description = fields.text(.description)
        let schema = fields.node(.schema)
        isFile = schema?[FieldName.type.text]?.text == "file"
        self.schema = schema.map { context.schema(at: $0) }
        examples = fields.map(.examples)
        let described: [Named<Header>] = fields.objects(.headers).compactMap { entry in
            guard var fields = Fields(of: entry.value, "Header Object", context) else { return nil }
            let header = Header(
                description: fields.text(.description),
                isRequired: false,
                isDeprecated: false,
                explode: false,
                content: .schema(context.schema(at: entry.value, isEmbedded: true), examples: []),
                location: entry.value.location
            )
            fields.finishWithSchema()
            return Named(name: entry.keyText, location: entry.key.location, value: header)
        }
        headers = context.checked(described)
        location = node.location
        fields.finish()
    }

    /// Converts the response to a Response Object of OpenAPI 3.
    ///
    /// - Parameter produces: The content types of the operation's responses.
    func response(_ produces: [SpecText]) -> Response {
        let content = (produces.isEmpty ? [isFile ? "application/octet-stream" : "application/json"] : produces).map(
            media)
        let files = content.filter { !$0.isJSON }
        return Response(
            description: description,
            headers: headers,
            // A file is bytes, whatever media types the document lists for other responses.
            content: schema == nil ? [] : !isFile ? content : files.isEmpty ? [media("*/*")] : files,
            links: [],
            location: location
        )
    }

    private func media(_ type: SpecText) -> MediaType {
        MediaType(
            contentType: type,
            schema: schema,
            itemSchema: nil,
            examples: examples.filter { $0.keyText == type }.map(\.value),
            encoding: [],
            location: location
        )
    }
}
