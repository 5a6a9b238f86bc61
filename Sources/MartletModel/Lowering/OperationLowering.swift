import MartletOpenAPI
import MartletSource

/// Lowers operations to methods.
struct OperationLowering {
    private let types: TypeLowering
    /// The names of the credentials, by security scheme.
    private let credentials: [SpecText: Identifier]
    private let servers: ServerLowering
    /// The IDs of the operations that become methods.
    private let selected: Set<SpecText>
    /// The places of all operations of the document, by ID.
    private let places: [SpecText: Location]
    private let diagnostics: DiagnosticCollector

    init(
        _ types: TypeLowering,
        _ credentials: [Credential],
        _ servers: ServerLowering,
        _ selected: Set<SpecText>,
        places: [SpecText: Location],
        _ diagnostics: DiagnosticCollector
    ) {
        self.types = types
        self.credentials = Dictionary(credentials.map { ($0.scheme, $0.name) }) { first, _ in first }
        self.servers = servers
        self.selected = selected
        self.places = places
        self.diagnostics = diagnostics
    }

    /// The methods of the selected operations of one API, in document order.
    ///
    /// - Parameters:
    ///   - operations: All operations of the API: names don't depend on the selection.
    ///   - tag: The tag of the operations; `nil` for those without one.
    func methods(_ operations: [ResolvedOperation], tag: SpecText?) -> [Method] {
        let methodNames = MethodNames(types.options, types.chosen, tag: tag)
        let owners = Dictionary(operations.map { ($0.id, $0) }) { first, _ in first }
        let preferredNames = owners.mapValues(methodNames.preferred)
        let templateNames = types.options.templateNames
        // An operation must not have the name of another one's second method.
        var further: [String: SpecText] = [:]
        for operation in operations.sorted(by: { $0.id < $1.id }) {
            guard let name = preferredNames[operation.id] else { continue }
            for other in templateNames.methods(name) { further[other] = further[other] ?? operation.id }
        }
        let taken = ReservedWords.members.union(templateNames.members).union(further.keys)
        var allocator = NameAllocator(reserved: taken)
        func preferred(_ id: SpecText) -> Identifier { preferredNames[id] ?? .member(Words(id)) }
        let names = allocator.names(
            operations.map(\.id), chosen: types.chosen.operations, at: places,
            orElse: { owners[$0].map(methodNames.whole) ?? .member(Words($0)) }, preferred)
        for operation in operations {
            types.chosen.check(.operations, wanted: types.chosen.operations[operation.id], given: names[operation.id])
        }
        let used = operations.filter { selected.contains($0.id) }
        reportSharedIDs(used, names)
        diagnostics.reportClashes(
            of: selected,
            names,
            preferred: preferred,
            places: places,
            kind: .operations,
            reserved: further
        )
        let variants = variants(of: operations, names, &allocator)
        return used.flatMap { operation -> [Method] in
            guard let name = names[operation.id] else { return [] }
            return methods(name, variants[operation.id] ?? [], operation)
        }
    }

    /// The names of the methods for the further content types of operations, by ID. They give way to the operations' own.
    private func variants(
        of operations: [ResolvedOperation],
        _ names: [SpecText: Identifier],
        _ allocator: inout NameAllocator
    ) -> [SpecText: [Identifier]] {
        let results = ResultLowering(types, DiagnosticCollector())
        var variants: [SpecText: [Identifier]] = [:]
        for operation in operations.sorted(by: { $0.id < $1.id }) {
            guard let name = names[operation.id] else { continue }
            let stem = name.suffixed("As")
            for suffix in results.suffixes(of: operation.operation) {
                let preferred = stem.suffixed(suffix.text)
                let variant = allocator.name(preferred, at: suffix.location)
                variants[operation.id, default: []].append(variant)
                guard selected.contains(operation.id) else { continue }
                let content = Identifier.member(Words(SpecText(String(variant.text.dropFirst(stem.text.count)))))
                let line = types.paths.pointer(to: suffix.location).map { path in
                    Diagnostic.Message.NameLine(kind: .contents, path: path, name: content)
                }
                diagnostics.reportClash(
                    variant, insteadOf: preferred, in: allocator, at: suffix.location, types.paths, line)
            }
        }
        return variants
    }

    /// Reports the operations whose `operationId` belongs to another one (OpenAPI 3.2.0, 4.10.1).
    private func reportSharedIDs(_ operations: [ResolvedOperation], _ names: [SpecText: Identifier]) {
        for operation in operations {
            guard let id = operation.operation.operationID, id != operation.id, let owner = places[id],
                let name = names[operation.id]
            else { continue }
            diagnostics.report(
                .warning(
                    .duplicateID(id, name), at: operation.operation.location, notes: [.init(.ownerOfID, at: owner)]))
        }
    }

    /// The method of an operation, and one more for each further content type of its response.
    ///
    /// - Parameter variantNames: The names of these further methods.
    private func methods(
        _ name: Identifier,
        _ variantNames: [Identifier],
        _ resolved: ResolvedOperation
    ) -> [Method] {
        let operation = resolved.operation
        let typeName = types.operationNames[resolved.id] ?? .type(Words(resolved.id))
        let servers = servers.set(of: resolved).map {
            (type: TypeName([types.options.clientName, $0.name]), set: $0)
        }
        let arguments = ArgumentLowering(types, diagnostics).arguments(of: resolved, typeName, servers: servers)
        let results = ResultLowering(types, diagnostics)
        let variants = results.variants(of: operation, typeName) {
            TypeName([types.name(forTopLevelType: typeName.suffixed("Result"), at: operation.location)])
        }
        let failures = failures(of: operation, results, typeName)
        let security = security(of: resolved)
        let successes = operation.successes
        var known: Set<SpecText> = []
        let headers = successes.flatMap(\.response.headers).map(\.name).filter { known.insert($0).inserted }
        return zip(variants, [name] + variantNames).map { variant, methodName in
            Method(
                operation: resolved.id,
                name: methodName,
                httpMethod: operation.method,
                path: resolved.path,
                arguments: arguments,
                result: variant.result,
                failures: failures,
                failureEnum: nil,
                security: security,
                summary: operation.summary,
                description: operation.description?.statement == operation.summary?.statement
                    ? nil : operation.description,
                isDeprecated: operation.isDeprecated,
                idempotencyHeader: idempotencyHeader(of: arguments),
                variantOf: variant.suffix == nil ? nil : name,
                pagination: nil,
                patch: nil,
                headers: headers,
                links: successes.flatMap(\.response.links).map {
                    Method.Link(name: $0.name, operation: $0.value.operation, description: $0.value.description)
                },
                location: operation.location
            )
        }
    }

    private func idempotencyHeader(of arguments: [Argument]) -> SpecText? {
        for argument in arguments {
            guard case .header(let name, .style) = argument.place, [.string, .uuid].contains(argument.type) else {
                continue
            }
            if ["idempotency-key", "x-idempotency-key"].contains(name.lowercased()) { return name }
        }
        return nil
    }

    private func failures(
        of operation: Operation,
        _ results: ResultLowering,
        _ typeName: Identifier
    ) -> [Method.Failure] {
        operation.failures.map { failure in
            Method.Failure(
                status: failure.status,
                type: results.failureType(failure, to: operation, typeName),
                description: failure.response.description ?? ""
            )
        }
    }

    private func security(of operation: ResolvedOperation) -> [[Method.Requirement]] {
        operation.security.map { requirement in
            requirement.schemes.compactMap { scheme in
                credentials[scheme.name].map { Method.Requirement(credential: $0, scopes: scheme.scopes) }
            }
        }
    }
}

extension Diagnostic.Text {
    /// The note at the operation that keeps an `operationId`.
    fileprivate static let ownerOfID: Self = "this operation is named after it"
}

extension Diagnostic.Message {
    static func duplicateID(_ id: SpecText, _ name: Identifier) -> Self {
        Self(
            .duplicateId,
            "another operation has the operationId \(id) too; this one's method is called \(name.text), after its method and path",
            hint: "give it an operationId of its own")
    }
}

extension Operation {
    /// The responses that aren't for success. `default` is one of them where another response is for success (OpenAPI
    /// 3.2.0, 4.16.1).
    var failures: [StatusResponse] {
        let successes = Set(successes.map(\.status))
        return responses.filter { !successes.contains($0.status) }
    }
}

extension Identifier {
    /// The name of the type of something inline in a shared part of operations: the component's name with a word for its
    /// role, unless it ends in one of these words.
    static func shared(_ component: SpecText, _ role: String, unless others: String...) -> Identifier {
        let name = Identifier.type(Words(component))
        return ([role] + others).contains(where: name.text.hasSuffix) ? name : name.suffixed(role)
    }
}

extension SpecText {
    /// The text without white space around it, and without the full stop at the end.
    fileprivate var statement: SpecText {
        var text = raw(for: .grammar)[...]
        text = text.drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace || last == "." { text.removeLast() }
        return SpecText(String(text))
    }
}
