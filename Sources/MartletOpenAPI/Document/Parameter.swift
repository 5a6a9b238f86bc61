package import MartletSource

/// A parameter of an operation (OpenAPI 3.2.0, 4.12, Parameter Object).
package struct Parameter: Sendable {
    /// The part of a request that contains a parameter (OpenAPI 3.2.0, 4.12.1, Parameter Locations).
    package enum Place: String, Sendable {
        case path, query, header, cookie
        /// The whole query, since OpenAPI 3.2.
        case querystring
    }

    /// The serialization of a value (OpenAPI 3.2.0, 4.12.3, Style Values).
    package enum Style: String, Sendable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
        /// Swagger 2.0's `tsv`, which later versions don't have.
        case tabDelimited
    }

    package let name: SpecText
    package let place: Place
    package var description: SpecText?
    /// The name of the component that references lead to; `nil` for what is inline.
    package var component: SpecText?
    package let isRequired: Bool
    package let isDeprecated: Bool
    package let style: Style
    package let explode: Bool
    package let allowReserved: Bool
    package let allowEmptyValue: Bool
    package let content: ParameterContent
    package let location: Location
}

/// The type of the value of a parameter or a header.
package enum ParameterContent: Sendable {
    /// A value that is serialized by `style`. Without a schema, any value is accepted.
    case schema(SchemaID?, examples: [Node])
    /// A value that is serialized in a media type.
    case media(MediaType)
}

/// A header of a response, or of a part of a multipart body (OpenAPI 3.2.0, 4.21, Header Object).
package struct Header: Sendable {
    package var description: SpecText?
    /// The name of the component that references lead to; `nil` for what is inline.
    package var component: SpecText?
    package let isRequired: Bool
    package let isDeprecated: Bool
    package let explode: Bool
    package let content: ParameterContent
    package let location: Location
}
