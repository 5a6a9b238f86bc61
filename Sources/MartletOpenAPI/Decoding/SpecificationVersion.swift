package import MartletSource

/// The version of the OpenAPI Specification that a document conforms to, without the patch version.
package enum SpecificationVersion: Int, Comparable, Sendable {
    /// Swagger 2.0.
    case v2
    /// 3.0.0 to 3.0.4.
    case v30
    /// 3.1.0 to 3.1.2.
    case v31
    /// 3.2.0.
    case v32

    /// Reads the version of a document.
    ///
    /// - Returns: The version; `nil` if martlet doesn't support it, which is reported.
    package init?(of node: Node, _ diagnostics: DiagnosticCollector) {
        if let swagger = node[FieldName.swagger.text] {
            guard swagger.text == "2.0" else {
                diagnostics.report(.error(.unsupportedVersion(swagger.text ?? ""), at: swagger.location))
                return nil
            }
            self = .v2
            return
        }
        guard let version = node[FieldName.openapi.text] else {
            let keys = node.entries.prefix(100).map(\.keyText)
            let message = Diagnostic.Message.notOpenAPI(keys, node["info"]?["_postman_id"] == nil ? nil : .postman)
            diagnostics.report(.error(message, at: node.location))
            return nil
        }
        switch version.text.map({ Array($0.utf8.prefix(4)) }) {
        case Array("3.0.".utf8), Array("3.0".utf8): self = .v30
        case Array("3.1.".utf8), Array("3.1".utf8): self = .v31
        case Array("3.2.".utf8), Array("3.2".utf8): self = .v32
        default:
            diagnostics.report(.error(.unsupportedVersion(version.text ?? ""), at: version.location))
            return nil
        }
        // The version has three parts (OpenAPI 3.2.0, 4.1).
        if version.text?.utf8.count == 3, let text = version.text {
            diagnostics.report(.warning(.shortVersion(text), at: version.location))
        }
    }

    package static func < (left: SpecificationVersion, right: SpecificationVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Diagnostic.Text {
    fileprivate static let postman: Self = "this is a collection of Postman; export it as OpenAPI"

    /// What a document is that has a key.
    fileprivate static let otherDocuments: [(key: SpecText, hint: Self)] = [
        ("asyncapi", "this is an AsyncAPI document, which martlet doesn't read"),
        ("overlay", "this is an overlay; name it under overlays in martlet.yaml, after the document that it changes"),
        ("spec", "this is a martlet.yaml; pass it with --config"),
        ("$schema", "this is a JSON Schema; refer to it from the components of an OpenAPI document"),
    ]
}

extension Diagnostic.Message {
    /// - Parameters:
    ///   - keys: The fields that the document has.
    ///   - hint: What the document is instead, if that is known.
    package static func notOpenAPI(_ keys: [SpecText], _ hint: Diagnostic.Text? = nil) -> Self {
        let misspelled = keys.first { NearMiss.misspelled($0, among: ["openapi", "swagger"]) != nil }
        return Self(
            .version, "this is not an OpenAPI document: it has no field \"openapi\" or \"swagger\"",
            hint: misspelled.flatMap { NearMiss.hint(for: $0, among: ["openapi", "swagger"]) }
                ?? hint ?? Diagnostic.Text.otherDocuments.first { keys.contains($0.key) }?.hint)
    }

    package static func shortVersion(_ version: SpecText) -> Self {
        Self(
            .version,
            "the version must have three parts, such as openapi: 3.1.1; \(version) is read as all of its versions are")
    }

    package static func unsupportedVersion(_ version: SpecText) -> Self {
        Self(
            .version, "OpenAPI version \(version) is not supported",
            hint: version == "2" ? "write swagger: \"2.0\"" : "martlet reads 2.0, 3.0, 3.1 and 3.2")
    }
}
