package import MartletSource

/// An input of an operation outside its body (Parameter Object, 4.12).
package struct Parameter: Sendable {
    /// Where a parameter travels.
    package enum Place: String, Sendable {
        case path, query, header, cookie
        /// The whole query, since OpenAPI 3.2.
        case querystring
    }

    /// How a value becomes text (Style Values, 4.12.2.2).
    package enum Style: String, Sendable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
        /// Swagger 2.0's `tsv`, which later versions have no name for.
        case tabDelimited
    }

    package let name: SpecText
    package let place: Place
    package var description: SpecText?
    package let isRequired: Bool
    package let isDeprecated: Bool
    package let style: Style
    package let explode: Bool
    package let allowReserved: Bool
    package let allowEmptyValue: Bool
    package let content: ParameterContent
    package let location: Location
}

/// What a parameter or a header holds.
package enum ParameterContent: Sendable {
    /// A value that `style` turns into text; of any kind without a schema.
    case schema(SchemaID?, examples: [Node])
    /// A value in a media type.
    case media(MediaType)
}

/// A header of a response or of a part of a body (Header Object, 4.21).
package struct Header: Sendable {
    package var description: SpecText?
    package let isRequired: Bool
    package let isDeprecated: Bool
    package let explode: Bool
    package let content: ParameterContent
    package let location: Location
}
