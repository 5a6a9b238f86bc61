package import MartletSource

/// A parameter of Swagger 2.0 (Swagger 2.0, Parameter Object). Unlike in OpenAPI 3, it can be the body or a field of a
/// form, and the keywords of its schema are among its fields.
struct SwaggerParameter: Referenceable {
    static var section: FieldName { .parameters }

    enum Form {
        case parameter(Parameter)
        /// The whole body.
        case body(SchemaID?)
        /// A field of a form.
        case field(Field)
    }

    struct Field {
        let schema: SchemaID
        let isFile: Bool
        let style: (style: Parameter.Style, explode: Bool)?
    }

    let name: SpecText
    let description: SpecText?
    let isRequired: Bool
    let location: Location
    let form: Form

    init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Parameter Object", context),
            let name = fields.requiredText(.name),
            let placeNode = fields.required(.in)
        else { return nil }
        self.name = name
        description = fields.text(.description)
        isRequired = fields.flag(.required) ?? false
        location = node.location
        switch placeNode.text {
        case "body":
            form = .body(fields.schema(.schema))
            fields.finish()
        case "formData":
            let style: (Parameter.Style, Bool) = fields.collectionStyle(.query)
            form = .field(
                Field(
                    schema: context.schema(at: node, isEmbedded: true),
                    isFile: fields.text(.type) == "file",
                    style: node[FieldName.items.text] == nil ? nil : style
                )
            )
            fields.finishWithSchema()
        default:
            guard let place = placeNode.text.flatMap({ Parameter.Place(rawValue: $0) }),
                [.path, .query, .header].contains(place)
            else {
                context.report(.error(.unknownSwaggerPlace(placeNode.text), at: placeNode.location))
                return nil
            }
            if let type = fields.node(.type), type.text == "file" {
                context.report(.warning(.misplacedFile, at: type.location))
            }
            let (style, explode) = fields.collectionStyle(place)
            form = .parameter(
                Parameter(
                    name: name,
                    place: place,
                    description: description,
                    isRequired: isRequired,
                    isDeprecated: false,
                    style: style,
                    explode: explode,
                    allowReserved: false,
                    allowEmptyValue: fields.flag(.allowEmptyValue) ?? false,
                    content: .schema(context.schema(at: node, isEmbedded: true), examples: []),
                    location: location
                )
            )
            fields.finishWithSchema()
        }
    }

    var parameter: Parameter? {
        if case .parameter(let parameter) = form { parameter } else { nil }
    }

    /// Whether this parameter of an operation overrides a parameter of the path, because both have the same name and
    /// place (Swagger 2.0, Path Item Object).
    func replaces(_ other: SwaggerParameter) -> Bool {
        switch (form, other.form) {
        case (.parameter(let own), .parameter(let other)): own.name == other.name && own.place == other.place
        case (.body, .body): true
        case (.field, .field): name == other.name
        default: false
        }
    }
}

extension Fields {
    /// Warns of unknown fields of an object that contains the keywords of a schema. Known keywords are those that
    /// Swagger 2.0 lists for such objects, and some that it only has in schemas.
    mutating func finishWithSchema() {
        ignore(
            .type, .format, .items, .collectionFormat, .allowEmptyValue, .default, .enum, .maximum, .exclusiveMaximum,
            .minimum, .exclusiveMinimum, .maxLength, .minLength, .pattern, .maxItems, .minItems, .uniqueItems,
            .multipleOf
        )
        ignore(.title, .example, .examples, .nullable, .readOnly)
        finish()
    }

    /// The style that corresponds to `collectionFormat` (Swagger 2.0, Parameter Object).
    fileprivate mutating func collectionStyle(_ place: Parameter.Place) -> (Parameter.Style, explode: Bool) {
        let items = node(.items)
        if items?[FieldName.items.text] != nil, let format = items?[FieldName.collectionFormat.text] {
            context.report(.warning(.nestedCollectionFormat, at: format.location))
        }
        let format = node(.collectionFormat)
        switch (format?.text, place) {
        case ("multi", .query): return (.form, true)
        case ("ssv", _): return (.spaceDelimited, false)
        case ("pipes", _): return (.pipeDelimited, false)
        case ("tsv", _): return (.tabDelimited, false)
        case ("csv", _), (nil, _): break
        default: context.report(.warning(.unknownCollectionFormat(format?.text), at: format?.location))
        }
        return (place == .query ? .form : .simple, false)
    }
}

extension Diagnostic.Message {
    package static func unknownCollectionFormat(_ format: SpecText?) -> Self {
        wrongWord(
            format, "a collectionFormat of this place",
            among: ["csv", "ssv", "tsv", "pipes", "multi"].filter { SpecText($0) != format },
            outcome: "it is treated as csv")
    }

    package static let nestedCollectionFormat = Self(
        .unsupported, "the collectionFormat of arrays within an array is not supported; they are sent as JSON")

    package static let misplacedFile = Self(
        .wrongValue,
        "only a parameter in formData can be a file (Swagger 2.0, Parameter Object); this one is sent as text")

    package static func unknownSwaggerPlace(_ place: SpecText?) -> Self {
        wrongWord(place, "a place of a parameter", among: ["path", "query", "header", "formData", "body"])
    }
}
