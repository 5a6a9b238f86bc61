import MartletOpenAPI
import MartletSource

/// Turns operations into methods.
struct OperationLowering {
    private let types: TypeLowering
    private let credentials: [Credential]
    private let diagnostics: DiagnosticCollector

    init(_ types: TypeLowering, _ credentials: [Credential], _ diagnostics: DiagnosticCollector) {
        self.types = types
        self.credentials = credentials
        self.diagnostics = diagnostics
    }

    /// The methods of one API, in document order.
    func methods(_ operations: [ResolvedOperation]) -> [Method] {
        var allocator = NameAllocator(reserved: ReservedWords.members.union(["client"]))
        let names = allocator.names(operations.map(\.id)) { id in
            let name = Identifier.member(Words(id))
            return ReservedWords.members.contains(name.text) ? name.suffixed("Operation") : name
        }
        return operations.compactMap { operation in
            names[operation.id].flatMap { method($0, operation) }
        }
    }

    private func method(_ name: Identifier, _ resolved: ResolvedOperation) -> Method? {
        let operation = resolved.operation
        let unsupported = operation.unsupported ?? unsupportedParameter(resolved) ?? unsupportedBody(resolved)
        if let unsupported = unsupported ?? unsupportedResult(resolved) {
            diagnostics.report(unsupported.warning("the operation \(resolved.id) is left out"))
            return nil
        }
        let typeName = Identifier.type(Words(resolved.id))
        return Method(
            name: name,
            httpMethod: operation.method,
            path: resolved.path,
            arguments: ArgumentLowering(types, diagnostics).arguments(of: resolved, typeName),
            result: result(of: resolved, typeName),
            failures: failures(of: resolved, typeName),
            security: security(of: resolved),
            summary: operation.summary,
            description: operation.description,
            isDeprecated: operation.isDeprecated
        )
    }

    private func unsupportedParameter(_ operation: ResolvedOperation) -> Unsupported? {
        for parameter in operation.parameters {
            if let unsupported = parameter.unsupported { return unsupported }
            if parameter.place == .cookie { return Unsupported("a cookie parameter", at: parameter.location) }
            if let schema = parameter.schema, !isScalar(schema, orArrayIn: parameter.place) {
                return Unsupported("a parameter that is not a plain value", at: parameter.location)
            }
        }
        return nil
    }

    /// Whether a parameter's value is one text, or in a query a list of them.
    private func isScalar(_ value: SchemaOrReference, orArrayIn place: Parameter.Place) -> Bool {
        guard let schema = types.schemas.schema(value), schema.unsupported == nil else { return false }
        switch schema.kind {
        case .string, .integer, .number, .boolean: return true
        case .array: return place == .query && schema.items.map { isScalar($0, orArrayIn: .path) } ?? false
        case .object, nil: return false
        }
    }

    private func unsupportedBody(_ operation: ResolvedOperation) -> Unsupported? {
        guard let body = operation.requestBody else { return nil }
        if operation.operation.method == .get || operation.operation.method == .head {
            return Unsupported("a body in a GET or HEAD request", at: body.location)
        }
        return unsupportedContent(body.content)
    }

    private func unsupportedResult(_ operation: ResolvedOperation) -> Unsupported? {
        let successes = operation.responses.filter(\.status.isSuccess)
        guard let first = successes.first else {
            return Unsupported("an operation without a response for success", at: operation.operation.location)
        }
        for success in successes {
            if let unsupported = unsupportedContent(success.response.content) { return unsupported }
            if success.response.content.isEmpty != first.response.content.isEmpty
                || !isSameReference(success.response.content.schema, first.response.content.schema)
            {
                return Unsupported("a second kind of successful response", at: success.location)
            }
        }
        return nil
    }

    private func isSameReference(_ first: SchemaOrReference?, _ second: SchemaOrReference?) -> Bool {
        switch (first, second) {
        case (.reference(let first), .reference(let second)): first.target == second.target
        case (.schema(let first), .schema(let second)): first.location == second.location
        default: first == nil && second == nil
        }
    }

    /// Content of other types than JSON; where there is JSON too, that is used and the rest is reported.
    private func unsupportedContent(_ content: [MediaType]) -> Unsupported? {
        for other in content where !other.isJSON {
            let unsupported = Unsupported("the content type \(other.contentType)", at: other.location)
            guard content.contains(where: \.isJSON) else { return unsupported }
            diagnostics.report(unsupported.warning("JSON is used"))
        }
        return nil
    }

    private func result(of operation: ResolvedOperation, _ typeName: Identifier) -> Method.Result {
        let successes = operation.responses.filter(\.status.isSuccess)
        let statuses = successes.map { success -> Int? in
            if case .code(let code) = success.status { code } else { nil }
        }
        return Method.Result(
            statuses: statuses.contains(nil) ? nil : statuses.compactMap { $0 },
            type: type(of: successes.first?.response.content ?? [], wish: typeName.suffixed("Response")),
            description: successes.first?.response.description ?? ""
        )
    }

    private func failures(of operation: ResolvedOperation, _ typeName: Identifier) -> [Method.Failure] {
        operation.responses.filter { !$0.status.isSuccess }.map { failure in
            Method.Failure(
                status: failure.status,
                type: type(of: failure.response.content, wish: typeName.suffixed("Error")),
                description: failure.response.description
            )
        }
    }

    private func type(of content: [MediaType], wish: Identifier) -> TypeReference? {
        guard content.contains(where: \.isJSON) else { return nil }
        return content.schema.map { types.type(of: $0, wish: wish) } ?? .json
    }

    /// Requirements that name a scheme without an argument are not met by the client, but by headers of the caller's.
    private func security(of operation: ResolvedOperation) -> [[Identifier]] {
        operation.security.map { requirement in
            requirement.schemes.compactMap { scheme in credentials.first { $0.scheme == scheme }?.name }
        }
    }
}

extension [MediaType] {
    /// The schema of the JSON among several contents.
    var schema: SchemaOrReference? { first(where: \.isJSON)?.schema }
}

extension ResolvedOperation {
    /// The `operationId`, or method and path, which no two operations share.
    var id: SpecText {
        operation.operationID ?? SpecText("\(operation.method.rawValue) \(path.text.unencoded)")
    }
}
