package import MartletSource

extension Reference {
    /// The reference that a node is, or `nil` when it has no `$ref`.
    ///
    /// Fields beside `$ref` are ignored, as OpenAPI 3.0.3 has it (section 4.7.21), with a warning.
    init?(in node: Node, _ diagnostics: DiagnosticCollector) {
        guard let value = node["$ref"] else { return nil }
        if case .string(let text) = value.scalar {
            target = text
        } else {
            diagnostics.report(.error(.expected("the text of a reference"), at: value.location))
            target = ""
        }
        location = value.location
        for entry in node.entries where entry.key.text != "$ref" && !entry.isExtension {
            diagnostics.report(.warning(.besideReference(entry.keyText), at: entry.key.location))
        }
    }
}

extension OrReference: NodeDecodable where Value: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        if let reference = Reference(in: node, diagnostics) {
            self = .reference(reference)
        } else if let value = Value(node, diagnostics) {
            self = .value(value)
        } else {
            return nil
        }
    }
}

extension Diagnostic.Message {
    package static func besideReference(_ name: SpecText) -> Self {
        "\(name) beside $ref is ignored, as OpenAPI 3.0 has it"
    }
}
