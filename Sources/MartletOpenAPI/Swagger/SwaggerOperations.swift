import MartletSource

/// Reads the path items of a Swagger 2.0 document.
struct SwaggerOperations {
    private let consumes: [SpecText]
    private let produces: [SpecText]
    private let context: DecodingContext

    /// - Parameters:
    ///   - consumes: content types of bodies where an operation states none.
    ///   - produces: content types of responses where an operation states none.
    init(consumes: [SpecText], produces: [SpecText], _ context: DecodingContext) {
        self.consumes = consumes
        self.produces = produces
        self.context = context
    }

    func pathItem(_ node: Node) -> PathItem? {
        if let target = node[FieldName.ref.text] {
            guard let reference = Reference(target, context), let target = context.references.target(of: reference)
            else { return nil }
            // One step: a path item that refers to another one is not a Path Item Object.
            return target.node[FieldName.ref.text] == nil ? pathItem(target.node) : nil
        }
        guard var fields = Fields(of: node, "Path Item Object", context) else { return nil }
        let shared = parameters(&fields)
        var operations: [Operation] = []
        for (field, method) in HTTPMethod.fixed where field != .trace && field != .query {
            guard let entry = fields.entry(field) else { continue }
            if let operation = operation(HTTPMethod(name: method), entry, shared) { operations.append(operation) }
        }
        fields.finish()
        // A body that the operations share has become part of each.
        return PathItem(
            operations: operations.sorted { $0.location < $1.location },
            parameters: shared.compactMap(\.parameter),
            servers: []
        )
    }

    private func operation(_ method: HTTPMethod, _ entry: Entry, _ shared: [SwaggerParameter]) -> Operation? {
        guard var fields = Fields(of: entry.value, "Operation Object", context) else { return nil }
        let own = parameters(&fields)
        let consumes = fields.node(.consumes) == nil ? consumes : fields.mediaTypeNames(.consumes)
        let produces = fields.node(.produces) == nil ? produces : fields.mediaTypeNames(.produces)
        let inherited = shared.filter { parameter in !own.contains { $0.replaces(parameter) } }
        fields.expect(.responses)
        let responses = fields.patterned(.responses).compactMap { response($0, produces) }
        let operation = Operation(
            method: method,
            operationID: fields.text(.operationId),
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
        fields.ignore(.schemes, .externalDocs)
        fields.finish()
        return operation
    }

    private func parameters(_ fields: inout Fields) -> [SwaggerParameter] {
        fields.elements(.parameters).compactMap { SwaggerParameter.resolved($0, context) }
    }

    private func response(_ entry: Entry, _ produces: [SpecText]) -> StatusResponse? {
        guard let status = StatusPattern(entry.keyText) else {
            context.report(.error(.unknownStatus(entry.keyText), at: entry.key.location))
            return nil
        }
        guard let response = SwaggerResponse.resolved(entry.value, context) else { return nil }
        return StatusResponse(
            status: status,
            response: response.response(produces),
            location: entry.key.location
        )
    }
}
