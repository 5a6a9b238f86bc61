import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// A method of an API.
    ///
    /// - Parameter page: The path of the page with the whole description, if there is one.
    func context(of method: Method, in api: API, page: String?) -> TemplateValue {
        let variables = self.variables(of: method)
        let arguments = method.arguments.map { argument in
            context(of: argument, variables[argument.label], isPatch: argument.label == method.patch?.argument)
        }
        let examples = zip(method.arguments, arguments).filter { $0.0.isRequired || $0.0.example != nil }.map(\.1)
        let failures = method.failures.map(context)
        let facts: TemplateObject = [
            "operation": .text(method.operation),
            "name": .name(method.name),
            "api": .name(api.name),
            "httpMethod": context(of: method.httpMethod),
            "path": .text(method.path.text),
            "requestPath": .text(method.path.request),
            "arguments": .list(arguments),
            "exampleArguments": .list(examples),
            "exampleCredentials": .list(exampleCredentials(of: method)),
            "body": body(of: method),
            "result": context(of: method.result),
            "accept": method.result.contentTypes == ["application/json"] ? [] : .texts(method.result.contentTypes),
            "statuses": .list((method.result.statuses ?? []).map { .string(String($0)) }),
            "security": .list(
                method.security.map { ["credentials": .list($0.map { ["name": .name($0.credential)] })] }
            ),
            "failures": .list(failures),
            "failureEnum": method.failureEnum.map(context) ?? .null,
            "errorBodies": .list(errorBodies(of: method)),
            "summary": .text(method.summary),
            "isDeprecated": .bool(method.isDeprecated),
            "isDownload": .bool(method.result.isData),
            "hidesResult": .bool(method.result.isSecret),
            "variantOf": .name(method.variantOf),
            "idempotencyHeader": .text(method.idempotencyHeader),
            "pages": method.pagination.map { context(of: $0, variables) } ?? .null,
            "patch": method.patch.map {
                ["model": .string($0.model.code(in: place)), "patchLabel": .name($0.label)]
            } ?? .null,
            "headers": .list(method.headers.map(header)),
            "links": .list(
                method.links.map { link in
                    [
                        "key": .text(link.name), "operation": .text(link.operation),
                        "description": .text(link.description),
                    ]
                }
            ),
        ]
        return .object(TemplateObject(description(method.description, page: page), and: facts))
    }

    /// The names of the arguments inside the method, by label: the label, unless the templates use that name.
    private func variables(of method: Method) -> [Identifier: Identifier] {
        let labels = method.arguments.map(\.label)
        var allocator = NameAllocator(reserved: LocalNames.method.union(labels.map(\.text)))
        let clashing = labels.filter { LocalNames.method.contains($0.text) }
        let renamed = clashing.map { ($0, allocator.name($0.suffixed("Value"))) }
        return Dictionary(labels.map { ($0, $0) } + renamed) { $1 }
    }

    private func context(of method: MartletOpenAPI.HTTPMethod) -> TemplateValue {
        let name = method.name.raw(for: .words)
        // Those that have a constant in the runtime.
        let isUsual = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"].contains(name)
        return ["name": .text(method.name), "constant": isUsual ? .string(name.lowercased()) : .null]
    }

    /// The media types of the body.
    private func body(of method: Method) -> TemplateValue {
        for argument in method.arguments {
            switch argument.place {
            case .body(let content): return ["contentTypes": .texts(content.contentTypes)]
            case .bodyChoice(let cases):
                return ["contentTypes": .texts(cases.flatMap { $0.content?.contentTypes ?? [] })]
            default: continue
            }
        }
        return .null
    }

    private func context(of result: Result) -> TemplateValue {
        let kind: TemplateChoice
        switch result.kind {
        case .none: kind = TemplateChoice("none", true, among: Self.resultKinds)
        case .content(let content): kind = TemplateChoice("content", context(of: content), among: Self.resultKinds)
        case .optional(let content): kind = TemplateChoice("optional", context(of: content), among: Self.resultKinds)
        case .choice(let choice):
            let cases = TemplateValue.list(choice.cases.map(context))
            kind = TemplateChoice("choice", ["cases": cases], among: Self.resultKinds)
        }
        return [
            "kind": .choice(kind),
            "type": result.type(in: place).map { .string($0) } ?? .null,
            "linkedType": result.markdown(pages: linkedTypes).map { .string($0) } ?? .null,
            "contentTypes": .texts(result.contentTypes),
            "description": .text(result.description),
        ]
    }

    private static let resultKinds = ["none", "content", "optional", "choice"]

    private func context(of failure: Method.Failure) -> TemplateValue {
        [
            "status": context(of: failure.status),
            "type": failure.type.map { .string($0.code(in: place)) } ?? .null,
            "linkedType": failure.type.map { linked($0) } ?? .null,
            "description": .text(failure.description),
        ]
    }

    /// The types of failures' bodies, each with all statuses that have it.
    private func errorBodies(of method: Method) -> [TemplateValue] {
        var bodies: [(type: TypeReference, statuses: [StatusPattern])] = []
        for failure in method.failures {
            guard var type = failure.type else { continue }
            if case .optional(let wrapped) = type { type = wrapped }
            if let index = bodies.firstIndex(where: { $0.type == type }) {
                bodies[index].statuses.append(failure.status)
            } else {
                bodies.append((type, [failure.status]))
            }
        }
        return bodies.map { type, statuses in
            [
                "type": .string(type.symbolLink),
                "typeKind": typeKind(of: type),
                "statuses": .list(statuses.map { ["status": context(of: $0)] }),
            ]
        }
    }

    private func context(of failures: FailureEnum) -> TemplateValue {
        [
            "name": .name(failures.name),
            "cases": .list(
                failures.cases.map { failure in
                    [
                        "name": .name(failure.name),
                        "status": context(of: failure.failure.status),
                        "type": failure.failure.type.map { .string($0.code(in: place)) } ?? .null,
                        "description": .text(failure.failure.description),
                    ]
                }
            ),
        ]
    }

    func context(of status: StatusPattern) -> TemplateValue {
        let kinds = ["code", "range", "other"]
        return switch status {
        case .code(let code): .choice(TemplateChoice("code", .string(String(code)), among: kinds))
        case .range(let hundreds): .choice(TemplateChoice("range", .string(String(hundreds)), among: kinds))
        case .default: .choice(TemplateChoice("other", true, among: kinds))
        }
    }

    private func header(_ name: SpecText) -> TemplateValue {
        let property = client.responseHeaders?.property(for: name)
        return [
            "key": .text(name),
            "property": .name(property?.name),
            "linkedType": linked(property?.type ?? .string),
            "description": .text(property?.description),
        ]
    }
}

extension TypeReference {
    /// The type as DocC links to it, with slashes between the names of a nested one.
    fileprivate var symbolLink: String {
        if case .named(let name) = self { return name.path.map(\.text).joined(separator: "/") }
        return code()
    }
}

extension Result {
    /// The type in Markdown; `nil` for none.
    fileprivate func markdown(pages: Set<Identifier>) -> String? {
        switch kind {
        case .content(let content) where content.form == .json: content.type.markdown(pages: pages)
        case .optional(let content) where content.form == .json: "\(content.type.markdown(pages: pages))?"
        default: type().map { "`\($0)`" }
        }
    }
}
