package import MartletSource

/// A pointer to another part of the document or to another file (Reference Object, 4.23).
package struct Reference: Hashable, Sendable {
    /// As written, such as `#/components/schemas/Token`.
    package let target: SpecText
    /// Where the pointer's text stands.
    package let location: Location

    init(target: SpecText, location: Location) {
        self.target = target
        self.location = location
    }

    /// Reads the value of `$ref`; reports what can't be one.
    init?(_ node: Node, _ context: DecodingContext) {
        guard case .string(let text) = node.scalar, !text.isEmpty else {
            context.report(.error(.expected("the text of a reference"), at: node.location))
            return nil
        }
        self.init(target: text, location: node.location)
    }
}

extension Diagnostic.Message {
    package static func besideReference(_ name: SpecText) -> Self {
        "\(name) beside $ref is ignored, as OpenAPI 3.0 has it"
    }
}
