import MartletSource

extension MediaType {
    /// - Parameter entry: the content type and the Media Type Object under it.
    init?(_ entry: Entry, _ diagnostics: DiagnosticCollector) {
        guard var fields = Fields(of: entry.value, "Media Type Object", diagnostics) else { return nil }
        contentType = entry.keyText
        schema = fields.value("schema")
        example = fields.node("example") ?? fields.map("examples").first?.value["value"]
        location = entry.key.location
        fields.ignore("examples", "encoding")
        fields.finish()
    }
}
