import MartletOpenAPI
import MartletSource

/// Lowers operations to methods.
struct OperationLowering {
    private let types: TypeLowering
    private let credentials: [Credential]
    private let servers: ServerLowering
    private let diagnostics: DiagnosticCollector

    init(
        _ types: TypeLowering,
        _ credentials: [Credential],
        _ servers: ServerLowering,
        _ diagnostics: DiagnosticCollector
    ) {
        self.types = types
        self.credentials = credentials
        self.servers = servers
        self.diagnostics = diagnostics
    }

    /// The methods of one API, in document order.
    func methods(_ operations: [ResolvedOperation]) -> [Method] {
        let preferredNames = Dictionary(
            operations.map { ($0.id, name(of: $0.id)) }, uniquingKeysWith: { first, _ in first })
        // An operation must not have the name of another one's second method.
        let templateNames = types.options.templateNames
        let taken = templateNames.members + preferredNames.values.flatMap(templateNames.methods)
        var allocator = NameAllocator(reserved: ReservedWords.members.union(taken))
        let names = allocator.names(operations.map(\.id)) { preferredNames[$0] ?? name(of: $0) }
        return operations.flatMap { operation -> [Method] in
            guard let name = names[operation.id] else { return [] }
            return methods(name, operation, &allocator)
        }
    }

    private func name(of id: SpecText) -> Identifier {
        if let name = types.options.names.operations[id] { return name }
        let name = Identifier.member(Words(id))
        return ReservedWords.members.contains(name.text) ? name.suffixed("Operation") : name
    }

    /// The method of an operation, and one more for each further content type of its response.
    private func methods(
        _ name: Identifier,
        _ resolved: ResolvedOperation,
        _ allocator: inout NameAllocator
    ) -> [Method] {
        let operation = resolved.operation
        let typeName = Identifier.type(Words(resolved.id))
        let servers = servers.set(of: resolved, typeName).map {
            (type: TypeName([types.options.clientName, $0.name]), set: $0)
        }
        let arguments = ArgumentLowering(types, diagnostics).arguments(of: resolved, typeName, servers: servers)
        let results = ResultLowering(types, diagnostics)
        let variants = results.variants(of: operation, typeName) {
            TypeName([types.name(forTopLevelType: typeName.suffixed("Result"))])
        }
        let failures = failures(of: operation, results, typeName)
        let security = security(of: resolved)
        let successes = operation.responses.filter(\.status.isSuccess)
        var headers: [SpecText] = []
        for header in successes.flatMap(\.response.headers).map(\.name) where !headers.contains(header) {
            headers.append(header)
        }
        return variants.map { variant in
            Method(
                operation: resolved.id,
                name: variant.suffix.map { allocator.name(name.suffixed("As\($0.text)")) } ?? name,
                httpMethod: operation.method,
                path: resolved.path,
                arguments: arguments,
                result: variant.result,
                failures: failures,
                failureEnum: nil,
                security: security,
                summary: operation.summary,
                description: operation.description,
                isDeprecated: operation.isDeprecated,
                idempotencyHeader: idempotencyHeader(of: arguments),
                variantOf: variant.suffix == nil ? nil : name,
                pagination: nil,
                patch: nil,
                headers: headers,
                links: successes.flatMap(\.response.links).map {
                    Method.Link(name: $0.name, operation: $0.value.operation, description: $0.value.description)
                }
            )
        }
    }

    private func idempotencyHeader(of arguments: [Argument]) -> SpecText? {
        for argument in arguments {
            guard case .header(let name, .style) = argument.place, argument.type == .string else { continue }
            if ["idempotency-key", "x-idempotency-key"].contains(name.unencoded.lowercased()) { return name }
        }
        return nil
    }

    private func failures(
        of operation: Operation,
        _ results: ResultLowering,
        _ typeName: Identifier
    ) -> [Method.Failure] {
        let hasSuccess = operation.responses.contains(where: \.status.isSuccess)
        return operation.responses.filter { !$0.status.isSuccess && ($0.status != .default || hasSuccess) }
            .map { failure in
                Method.Failure(
                    status: failure.status,
                    type: results.failureType(failure.response, typeName),
                    description: failure.response.description ?? ""
                )
            }
    }

    /// An unknown scheme has been reported as an error of the document; the caller can set the header for it.
    private func security(of operation: ResolvedOperation) -> [[Identifier]] {
        operation.security.map { requirement in
            requirement.schemes.compactMap { scheme in credentials.first { $0.scheme == scheme }?.name }
        }
    }
}
