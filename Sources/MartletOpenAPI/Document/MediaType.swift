package import MartletSource

/// A body of one content type (Media Type Object, 4.14).
package struct MediaType: Sendable {
    /// As written, such as `application/json; charset=utf-8`.
    package internal(set) var contentType: SpecText
    package let schema: SchemaID?
    /// The schema of each item of a sequence that arrives bit by bit, since OpenAPI 3.2.
    package let itemSchema: SchemaID?
    package let examples: [Node]
    /// How properties of a form travel, by the property's name.
    package let encoding: [Named<Encoding>]
    package let location: Location

    /// Type and subtype in lower case, without parameters (RFC 9110, section 8.3.1).
    package var essence: String {
        let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return String(decoding: type.filter { !isBlank($0) }, as: UTF8.self).lowercased()
    }

    /// Whether the content is JSON: `application/json`, or any `+json` (RFC 6839, section 3.1), parameters aside.
    package var isJSON: Bool {
        // Nearly all are.
        if contentType.unencoded == "application/json" { return true }
        let essence = essence
        return essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }
}

/// How one property of a form travels (Encoding Object, 4.15).
package struct Encoding: Sendable {
    /// The media types that the property may have, ranges included; empty when no field says so.
    package let contentTypes: [SpecText]
    package let headers: [Named<Header>]
    /// `nil` when no field that asks for a style is there.
    package let style: Parameter.Style?
    package let explode: Bool?
    package let allowReserved: Bool
    package let location: Location
}
