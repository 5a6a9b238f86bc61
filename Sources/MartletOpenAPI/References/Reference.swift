package import MartletSource

/// A reference to a part of the document or of another file (OpenAPI 3.2.0, 4.23, Reference Object).
package struct Reference: Hashable, Sendable {
    /// The reference as written, such as `#/components/schemas/Token`.
    package let target: SpecText
    /// The location of the text.
    package let location: Location
    /// The base URI; `nil` for that of the file that contains the reference.
    let base: URI?

    init(target: SpecText, location: Location, base: URI? = nil) {
        self.target = target
        self.location = location
        self.base = base
    }

    /// Decodes the value of `$ref`; `nil` if it isn't a nonempty text, which is reported.
    init?(_ node: Node, base: URI? = nil, _ context: DecodingContext) {
        guard case .string(let text) = node.scalar, !text.isEmpty else {
            context.report(.error(.expected("the text of a reference", not: node.described), at: node.location))
            return nil
        }
        self.init(target: text, location: node.location, base: base)
    }
}

extension Diagnostic.Message {
    package static func referenceSibling(_ name: SpecText) -> Self {
        Self(.referenceSibling, "\(name) beside $ref is ignored, as OpenAPI requires")
    }
}
