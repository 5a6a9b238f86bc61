package import MartletSource

/// A body of one content type (Media Type Object, 4.7.14).
package struct MediaType: Sendable {
    /// As written, such as `application/json; charset=utf-8`.
    package let contentType: SpecText
    package let schema: SchemaOrReference?
    package let example: Node?
    package let location: Location

    /// Whether the content is JSON: `application/json` or any `+json` (RFC 6839, section 3.1), parameters aside.
    package var isJSON: Bool {
        let essence = contentType.unencoded.split(separator: ";", maxSplits: 1).first.map(String.init) ?? ""
        let name = essence.filter { $0 != " " && $0 != "\t" }.lowercased()
        return name == "application/json" || name.hasSuffix("+json")
    }
}
