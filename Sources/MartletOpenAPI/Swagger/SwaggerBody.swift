package import MartletSource

/// The request body that results from the body and form parameters of a Swagger 2.0 operation.
struct SwaggerBody {
    let requestBody: RequestBody?

    /// - Parameter consumes: The content types that the operation accepts.
    init(_ parameters: [SwaggerParameter], _ consumes: [SpecText], _ context: DecodingContext) {
        let fields = parameters.compactMap { parameter -> (SwaggerParameter, SwaggerParameter.Field)? in
            if case .field(let field) = parameter.form { (parameter, field) } else { nil }
        }
        let bodies = parameters.compactMap { parameter -> (SwaggerParameter, SchemaID?)? in
            if case .body(let schema) = parameter.form { (parameter, schema) } else { nil }
        }
        if let (parameter, schema) = bodies.first {
            for (other, _) in bodies.dropFirst() {
                context.report(.warning(.severalBodies(other.name), at: other.location))
            }
            for (field, _) in fields {
                context.report(.warning(.fieldBesideBody(field.name), at: field.location))
            }
            let types = consumes.isEmpty ? ["application/json"] : consumes
            requestBody = RequestBody(
                description: parameter.description,
                isRequired: parameter.isRequired,
                content: types.map { MediaType($0, schema, [], at: parameter.location) },
                location: parameter.location
            )
        } else if let location = fields.first?.0.location {
            let schema = Schema(
                properties: fields.map { Named(name: $0.0.name, location: $0.0.location, value: $0.1.schema) },
                required: fields.filter(\.0.isRequired).map(\.0.name),
                id: context.schemas.reserve(),
                at: location
            )
            context.schemas.define(schema)
            requestBody = RequestBody(
                description: nil,
                isRequired: fields.contains { $0.0.isRequired },
                content: Self.formTypes(consumes, hasFiles: fields.contains { $0.1.isFile }).map { type in
                    MediaType(type, schema.id, fields.compactMap { Self.encoding($0.0, $0.1) }, at: location)
                },
                location: location
            )
        } else {
            requestBody = nil
        }
    }

    /// The content types of a form: `multipart/form-data` if it has files, else those that the operation accepts
    /// (Swagger 2.0, Parameter Object).
    private static func formTypes(_ consumes: [SpecText], hasFiles: Bool) -> [SpecText] {
        let multipart: SpecText = "multipart/form-data"
        let urlencoded: SpecText = "application/x-www-form-urlencoded"
        if hasFiles { return [multipart] }
        let forms = consumes.filter { $0 == multipart || $0 == urlencoded }
        return forms.isEmpty ? [urlencoded] : forms
    }

    private static func encoding(
        _ parameter: SwaggerParameter,
        _ field: SwaggerParameter.Field
    ) -> Named<Encoding>? {
        guard let style = field.style else { return nil }
        let encoding = Encoding(
            contentTypes: [],
            headers: [],
            style: style.style,
            explode: style.explode,
            allowReserved: false,
            location: parameter.location
        )
        return Named(name: parameter.name, location: parameter.location, value: encoding)
    }
}

extension Diagnostic.Message {
    package static func severalBodies(_ name: SpecText) -> Self {
        Self(.ignoredPart, "an operation can have only one body; the parameter \(name) is left out")
    }

    package static func fieldBesideBody(_ name: SpecText) -> Self {
        Self(.ignoredPart, "an operation can't have both a body and form fields; the field \(name) is left out")
    }
}

extension MediaType {
    init(_ contentType: SpecText, _ schema: SchemaID?, _ encoding: [Named<Encoding>], at location: Location) {
        self.init(
            contentType: contentType,
            schema: schema,
            itemSchema: nil,
            examples: [],
            encoding: encoding,
            location: location
        )
    }
}
