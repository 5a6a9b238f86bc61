package import MartletSource

/// The content of a body for one content type (OpenAPI 3.2.0, 4.14, Media Type Object).
package struct MediaType: Sendable {
    /// The content type as written, such as `application/json; charset=utf-8`.
    package internal(set) var contentType: SpecText
    package let schema: SchemaID?
    /// The schema of each item of a streamed sequence, since OpenAPI 3.2.
    package let itemSchema: SchemaID?
    package let examples: [Node]
    /// The encodings of the properties of a form, by the property's name.
    package let encoding: [Named<Encoding>]
    package let location: Location

    /// The type and subtype in lowercase, without parameters (RFC 9110, section 8.3.1).
    package var essence: SpecText {
        let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return SpecText(decoding: type.filter { !isBlank($0) }).lowercased()
    }

    /// Whether the content is JSON: `application/json`, `text/json` or a type with the suffix `+json` (RFC 6839,
    /// section 3.1), with any parameters.
    package var isJSON: Bool {
        // The most common case, without parsing.
        if contentType == "application/json" { return true }
        let essence = essence
        return essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }
}

/// The encoding of a property of a form (OpenAPI 3.2.0, 4.15, Encoding Object).
package struct Encoding: Sendable {
    /// The content types that the property can have, including ranges; empty if the document doesn't list any.
    package let contentTypes: [SpecText]
    package let headers: [Named<Header>]
    /// The style; `nil` if the document doesn't specify one.
    package let style: Parameter.Style?
    package let explode: Bool?
    package let allowReserved: Bool
    package let location: Location
}
