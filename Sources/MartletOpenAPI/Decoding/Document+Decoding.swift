package import MartletSource

extension Document {
    /// Reads a whole document.
    ///
    /// - Returns: `nil` when the node is not an OpenAPI document of a version that martlet reads; the reason is reported.
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "OpenAPI Object", diagnostics) else { return nil }
        guard Self.isSupportedVersion(&fields, node, diagnostics) else { return nil }
        guard let info: Info = fields.required("info").flatMap({ Info($0, diagnostics) }) else { return nil }
        self.info = info
        servers = fields.values("servers")
        _ = fields.required("paths")
        paths = fields.named("paths")
        components = fields.value("components") ?? Components()
        security = fields.values("security")
        tags = fields.values("tags")
        fields.ignore("externalDocs")
        fields.finish()
    }

    /// Whether the document says that it is OpenAPI 3.0.
    private static func isSupportedVersion(
        _ fields: inout Fields,
        _ node: Node,
        _ diagnostics: DiagnosticCollector
    ) -> Bool {
        if let swagger = fields.entry("swagger") {
            diagnostics.report(.error(.unsupportedVersion(swagger.value.text ?? ""), at: swagger.value.location))
            return false
        }
        guard let version = fields.node("openapi") else {
            diagnostics.report(.error(.notOpenAPI, at: node.location))
            return false
        }
        guard let text = version.text, text == "3.0" || text.unencoded.utf8.starts(with: "3.0.".utf8) else {
            diagnostics.report(.error(.unsupportedVersion(version.text ?? ""), at: version.location))
            return false
        }
        if case .number = version.scalar {
            diagnostics.report(.error(.unquotedVersion, at: version.location))
            return false
        }
        return true
    }
}

extension Diagnostic.Message {
    package static let notOpenAPI: Self = "this is not an OpenAPI document: it has no field \"openapi\""
    package static let unquotedVersion: Self = "the version must be text with three parts: write openapi: 3.0.3"

    package static func unsupportedVersion(_ version: SpecText) -> Self {
        "OpenAPI version \(version) is not supported yet; martlet reads 3.0.0 to 3.0.4"
    }
}
