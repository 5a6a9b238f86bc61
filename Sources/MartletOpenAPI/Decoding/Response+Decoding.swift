package import MartletSource

extension Response: Referenceable {
    package static var section: FieldName { .responses }
    package mutating func replaceDescription(with description: SpecText?) { self.description = description }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Response Object", context) else { return nil }
        // Required before OpenAPI 3.2, but often absent.
        if context.version < .v32 { fields.expect(.description) }
        description = fields.text(.description) ?? fields.text(.summary)
        headers = fields.headers()
        content = fields.mediaTypes(.content)
        links = fields.named(.links)
        location = node.location
        fields.ignore(.summary)
        fields.finish()
    }
}

extension StatusResponse {
    /// Decodes an entry of a Responses Object.
    ///
    /// - Parameter entry: The status and the Response Object.
    init?(_ entry: Entry, _ context: DecodingContext) {
        guard let status = StatusPattern(entry.keyText) else {
            context.report(.error(.unknownStatus(entry.keyText), at: entry.key.location))
            return nil
        }
        context.checkSpelling(of: entry)
        guard let response = Response.resolved(entry.value, context) else { return nil }
        self.init(status: status, response: response, location: entry.key.location)
    }
}

extension Link: Referenceable {
    package static var section: FieldName { .links }
    package static var isNeeded: Bool { false }
    package mutating func replaceDescription(with description: SpecText?) { self.description = description }

    package init?(_ node: Node, _ context: DecodingContext) {
        guard var fields = Fields(of: node, "Link Object", context) else { return nil }
        let reference = fields.text(.operationRef)
        operationID = fields.text(.operationId)
        operation = operationID ?? reference
        description = fields.text(.description)
        location = node.location
        fields.ignore(.parameters, .requestBody, .server)
        fields.finish()
    }
}

extension DecodingContext {
    /// Warns of ranges of status codes with a lowercase `x` (OpenAPI 3.2.0, 4.16.2).
    func checkSpelling(of status: Entry) {
        guard status.keyText.utf8.contains(UInt8(ascii: "x")) else { return }
        diagnostics.reportOnce(.warning(.lowercaseRange(status.keyText), at: status.key.location))
    }
}

extension Diagnostic.Message {
    package static func lowercaseRange(_ text: SpecText) -> Self {
        Self(.wrongValue, "\(text) must be in uppercase; it is read as \(text.uppercased())")
    }

    package static func unknownStatus(_ text: SpecText) -> Self {
        Self(.wrongValue, "\(text) is not a status: write a status code such as 200, a range such as 2XX, or default")
    }
}
