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
            if let name = types.options.names.operations[id] { return name }
            let name = Identifier.member(Words(id))
            return ReservedWords.members.contains(name.text) ? name.suffixed("Operation") : name
        }
        return operations.compactMap { operation in
            names[operation.id].flatMap { method($0, operation) }
        }
    }

    private func method(_ name: Identifier, _ resolved: ResolvedOperation) -> Method? {
        let operation = resolved.operation
        let unsupported = unsupportedParameter(resolved) ?? unsupportedBody(resolved)
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
            result: result(of: operation, typeName),
            failures: failures(of: operation, typeName),
            security: security(of: resolved),
            summary: operation.summary,
            description: operation.description,
            isDeprecated: operation.isDeprecated
        )
    }

    private func unsupportedParameter(_ operation: ResolvedOperation) -> Unsupported? {
        for parameter in operation.parameters
        where parameter.place != .path || operation.path.names.contains(parameter.name) {
            guard parameter.place != .cookie, parameter.place != .querystring else {
                return Unsupported("a cookie parameter", at: parameter.location)
            }
            guard case .schema(let schema, _) = parameter.content else {
                return Unsupported("content in a Parameter Object", at: parameter.location)
            }
            guard parameter.style == (parameter.place == .query ? .form : .simple) else {
                return Unsupported("this parameter style", at: parameter.location)
            }
            guard parameter.explode == (parameter.place == .query) || schema.map({ isScalar($0) }) ?? true else {
                return Unsupported("explode other than the style's default", at: parameter.location)
            }
            if let schema, !isScalar(schema), parameter.place != .query || !isScalarArray(schema) {
                return Unsupported("a parameter that is not a plain value", at: parameter.location)
            }
        }
        return nil
    }

    /// Whether a value is one text.
    private func isScalar(_ schema: SchemaID) -> Bool {
        switch types.finder.resolvedShape(of: Conjunction(schema)) {
        case .scalar(.data), .scalar(.custom): false
        case .scalar: true
        case .enumeration(let enumeration): enumeration.rawValue != .json
        default: false
        }
    }

    private func isScalarArray(_ schema: SchemaID) -> Bool {
        guard case .array(let elements?) = types.finder.resolvedShape(of: Conjunction(schema)),
            elements.schemas.count == 1
        else { return false }
        return isScalar(elements.schemas[0]) && !types.finder.shape(of: elements).isNullable
    }

    private func unsupportedBody(_ operation: ResolvedOperation) -> Unsupported? {
        guard let body = operation.operation.requestBody else { return nil }
        if ["GET", "HEAD"].contains(operation.operation.method.name.unencoded) {
            return Unsupported("a body in a GET or HEAD request", at: body.location)
        }
        return unsupportedContent(body.content)
    }

    private func unsupportedResult(_ resolved: ResolvedOperation) -> Unsupported? {
        let operation = resolved.operation
        let successes = operation.responses.filter(\.status.isSuccess)
        guard let first = successes.first else {
            return Unsupported("an operation without a response for success", at: operation.location)
        }
        for success in successes {
            if let unsupported = unsupportedContent(success.response.content) { return unsupported }
            if success.response.content.isEmpty != first.response.content.isEmpty
                || success.response.content.schema != first.response.content.schema
            {
                return Unsupported("a second kind of successful response", at: success.location)
            }
        }
        return nil
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

    private func result(of operation: Operation, _ typeName: Identifier) -> Method.Result {
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

    private func failures(of operation: Operation, _ typeName: Identifier) -> [Method.Failure] {
        operation.responses.filter { !$0.status.isSuccess }.map { failure in
            Method.Failure(
                status: failure.status,
                type: type(of: failure.response.content, wish: typeName.suffixed("Error")),
                description: failure.response.description ?? ""
            )
        }
    }

    private func type(of content: [MediaType], wish: Identifier) -> TypeReference? {
        guard content.contains(where: \.isJSON) else { return nil }
        let use = types.use(of: content.schema, wish: wish, .response)
        types.addSamples(of: content.first(where: \.isJSON), use, .response)
        return use.element
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
    var schema: SchemaID? { first(where: \.isJSON)?.schema }
}
