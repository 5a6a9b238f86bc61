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
            diagnostics.report(.error(.notOpenAPI(node.entries.prefix(100).map(\.keyText)), at: node.location))
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

extension Diagnostic.Message {
    /// - Parameter keys: The fields that the document has.
    package static func notOpenAPI(_ keys: [SpecText]) -> Self {
        let misspelled = keys.first { NearMiss.misspelled($0, among: ["openapi", "swagger"]) != nil }
        return Self(
            .version, "this is not an OpenAPI document: it has no field \"openapi\" or \"swagger\"",
            hint: misspelled.flatMap { NearMiss.hint(for: $0, among: ["openapi", "swagger"]) })
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
