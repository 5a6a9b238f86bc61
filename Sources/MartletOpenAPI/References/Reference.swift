package import MartletSource

/// A pointer to another part of the document or to another file (Reference Object, 4.23).
package struct Reference: Hashable, Sendable {
    /// As written, such as `#/components/schemas/Token`.
    package let target: SpecText
    /// Where the pointer's text stands.
    package let location: Location
    /// What the reference is relative to; `nil` for the file that it stands in.
    let base: URI?

    init(target: SpecText, location: Location, base: URI? = nil) {
        self.target = target
        self.location = location
        self.base = base
    }

    /// Reads the value of `$ref`; reports what can't be one.
    init?(_ node: Node, base: URI? = nil, _ context: DecodingContext) {
        guard case .string(let text) = node.scalar, !text.isEmpty else {
            context.report(.error(.expected("the text of a reference"), at: node.location))
            return nil
        }
        self.init(target: text, location: node.location, base: base)
    }
}

extension Diagnostic.Message {
    package static func besideReference(_ name: SpecText) -> Self {
        "\(name) beside $ref is ignored, as OpenAPI 3.0 has it"
    }
}
