import MartletSource

extension Operation {
    /// - Parameter entry: the method's key and the Operation Object under it.
    init?(_ method: HTTPMethod, _ entry: Entry, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: entry.value, "Operation Object", diagnostics) else { return nil }
        self.method = method
        operationID = fields.text("operationId")
        tags = fields.texts("tags")
        summary = fields.text("summary")
        description = fields.text("description")
        isDeprecated = fields.flag("deprecated")
        parameters = fields.values("parameters")
        requestBody = fields.value("requestBody")
        _ = fields.required("responses")
        responses = fields.map("responses").compactMap { StatusResponse($0, diagnostics) }
        security = fields.node("security") == nil ? nil : fields.values("security")
        unsupported = fields.unsupported("servers")
        location = entry.key.location
        if let callbacks = fields.unsupported("callbacks") {
            diagnostics.report(callbacks.warning("they are left out of the client"))
        }
        fields.ignore("externalDocs")
        fields.finish()
    }
}
