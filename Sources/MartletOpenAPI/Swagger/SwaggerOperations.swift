package import MartletSource

/// Decodes the path items of a Swagger 2.0 document.
struct SwaggerOperations {
    private let consumes: [SpecText]
    private let produces: [SpecText]
    private let schemes: [SpecText]
    private let context: DecodingContext

    /// - Parameters:
    ///   - consumes: The default content types of request bodies.
    ///   - produces: The default content types of responses.
    ///   - schemes: The URL schemes of the document's servers.
    init(consumes: [SpecText], produces: [SpecText], schemes: [SpecText], _ context: DecodingContext) {
        self.consumes = consumes
        self.produces = produces
        self.schemes = schemes
        self.context = context
    }

    func pathItem(_ node: Node) -> PathItem? {
        guard let fields = PathItemFields.resolved(node, context) else { return nil }
        let shared = fields.parameters.compactMap { SwaggerParameter.resolved($0, context) }
        // A body parameter of the path item is added to each of its operations.
        return PathItem(fields, parameters: shared.compactMap(\.parameter), servers: [], context) {
            operation($0, $1, shared)
        }
    }

    private func operation(_ method: HTTPMethod, _ entry: Entry, _ shared: [SwaggerParameter]) -> Operation? {
        guard var fields = Fields(of: entry.value, "Operation Object", context) else { return nil }
        let own = fields.elements(.parameters).compactMap { SwaggerParameter.resolved($0, context) }
        let consumes = fields.node(.consumes) == nil ? consumes : fields.mediaTypeNames(.consumes)
        let produces = fields.node(.produces) == nil ? produces : fields.mediaTypeNames(.produces)
        let inherited = shared.filter { parameter in !own.contains { $0.replaces(parameter) } }
        fields.expect(.responses)
        let responses = fields.patterned(.responses).compactMap { response($0, produces) }
        let operation = Operation(
            method: method,
            operationID: fields.operationID(),
            tags: fields.texts(.tags),
            summary: fields.text(.summary),
            description: fields.text(.description),
            isDeprecated: fields.flag(.deprecated) ?? false,
            parameters: own.compactMap(\.parameter),
            requestBody: SwaggerBody(own + inherited, consumes, context).requestBody,
            responses: responses,
            callbacks: [],
            security: fields.node(.security) == nil ? nil : fields.values(.security),
            servers: [],
            location: entry.key.location
        )
        let ownSchemes = fields.texts(.schemes)
        if !ownSchemes.isEmpty, !ownSchemes.contains(where: schemes.contains) {
            context.diagnostics.reportOnce(.warning(.schemesOfOperation, at: entry.key.location))
        }
        fields.ignore(.externalDocs)
        fields.finish()
        return operation
    }

    private func response(_ entry: Entry, _ produces: [SpecText]) -> StatusResponse? {
        guard let status = StatusPattern(entry.keyText) else {
            context.report(.error(.unknownStatus(entry.keyText), at: entry.key.location))
            return nil
        }
        context.checkSpelling(of: entry)
        guard let response = SwaggerResponse.resolved(entry.value, context) else { return nil }
        return StatusResponse(
            status: status,
            response: response.response(produces),
            location: entry.key.location
        )
    }
}

extension Diagnostic.Message {
    package static let schemesOfOperation = Self(
        .ignoredPart,
        """
        the schemes of an operation are ignored; those of the document are used
        """)
}
