package import MartletSource

extension Response: NodeDecodable {
    package init?(_ node: Node, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: node, "Response Object", diagnostics) else { return nil }
        description = fields.requiredText("description") ?? ""
        content = fields.map("content").compactMap { MediaType($0, diagnostics) }
        location = node.location
        for unsupported in [fields.unsupported("headers"), fields.unsupported("links")] {
            guard let unsupported else { continue }
            diagnostics.report(unsupported.warning("they can be read from the response's headers and body by hand"))
        }
        fields.finish()
    }
}

extension StatusResponse {
    /// - Parameter entry: the status and the Response Object under it.
    init?(_ entry: Entry, _ diagnostics: DiagnosticCollector) {
        guard let status = StatusPattern(entry.keyText) else {
            diagnostics.report(.error(.unknownStatus(entry.keyText), at: entry.key.location))
            return nil
        }
        guard let response = OrReference<Response>(entry.value, diagnostics) else { return nil }
        self.init(status: status, response: response, location: entry.key.location)
    }
}

extension Diagnostic.Message {
    package static func unknownStatus(_ text: SpecText) -> Self {
        "\(text) is not a response's key: write a status such as 200, a range such as 2XX, or default"
    }
}
