import MartletModel
import MartletSource
import MartletTemplates

// What a method has beside itself: a file to write to, pages, typed patches.

extension ContextBuilder {
    // MARK: - Downloads

    func requestCall(of signature: MethodSignature) -> String {
        let lines = signature.call("\(signature.requestName.text)(", ")", hasOptions: false, indentation: -10_000)
        return lines.joined()
    }

    func download(_ method: Method, _ signature: MethodSignature) -> TemplateValue {
        let request = requestCall(of: signature)
        return [
            "documentation": .lines(
                own(
                    "The same as ``\(signature.reference)``, written to a file while it comes: the file is there when it "
                        + "is complete."
                )
            ),
            "signature": .lines(
                signature.lines(
                    method.name,
                    returns: " -> ApiResponse<URL>",
                    more: (["to file: URL"], ["progress: (@Sendable (DownloadProgress) -> Void)? = nil"])
                )
            ),
            "call": .lines(
                Layout.list(
                    "try await client.download(",
                    [
                        "\(method.arguments.isEmpty ? "" : "try ")\(request)", "to: file", "options: options",
                        "progress: progress",
                    ],
                    ")",
                    indentation: 8
                )
            ),
            "isStatement": .bool(!method.arguments.isEmpty),
            "requestSignature": .lines(
                signature.lines(
                    signature.requestName,
                    returns: " -> ApiRequest",
                    effects: method.arguments.isEmpty ? "" : " throws",
                    isPrivate: true,
                    hasOptions: false
                )
            ),
        ]
    }

    // MARK: - Pages

    func pages(_ method: Method, _ pagination: Pagination, _ signature: MethodSignature) -> TemplateValue {
        let page = method.result.type ?? "Void"
        let element = pagination.element.code()
        return [
            "documentation": .lines(
                own(
                    "The pages of ``\(signature.reference)``, from the one it gives on, each asked for when it is wanted."
                )
            ),
            "signature": .lines(signature.lines(pagination.pagesName, returns: " -> Pages<\(page)>", effects: "")),
            "body": .lines(pagesBody(method, pagination, signature)),
            "allDocumentation": .lines(
                own("The elements of ``\(signature.reference)`` and of all pages behind it, asked for page by page.")
            ),
            "allSignature": .lines(
                signature.lines(pagination.allName, returns: " -> PagedElements<\(page), \(element)>", effects: "")
            ),
            "allBody": .lines(
                signature.call(
                    "\(pagination.pagesName.text)(",
                    ").flattened { \(pagination.elements.code("$0")) }"
                )
            ),
        ]
    }

    private func pagesBody(_ method: Method, _ pagination: Pagination, _ signature: MethodSignature) -> [String] {
        let elements = "elements: { \(pagination.elements.code("$0")) }"
        func variable(_ label: Identifier) -> String {
            method.arguments.first { $0.label == label }?.variable.code ?? label.code
        }
        func size(_ label: Identifier?) -> String { label.map { variable($0) } ?? "nil as Int?" }
        var arguments: [String]
        var name = "options"
        switch pagination.kind {
        case .offset(let offset, let limit):
            name = variable(offset)
            arguments = ["offset: \(name)", "limit: \(size(limit))", elements]
        case .page(let number, let first, let limit):
            name = variable(number)
            arguments = ["page: \(name)"] + (first == 1 ? [] : ["first: \(first)"])
            arguments += ["size: \(size(limit))", elements]
        case .cursor(let cursor, let next):
            name = variable(cursor)
            arguments = ["cursor: \(name)", "next: { \(cursorCode(next, pagination.hasNext)) }"]
        case .link(let next): arguments = ["options: options", "next: { \(next.code("$0.body")) }"]
        case .linkHeader: arguments = ["options: options", "next: { $0.headers.link(\"next\") }"]
        }
        switch (pagination.kind, pagination.hasNext) {
        case (.offset, let hasNext?), (.page, let hasNext?): arguments.append("hasNext: { \(hasNext.code) }")
        default: break
        }
        let fetch = signature.call("try await \(method.name.text)WithHTTPInfo(", ")", indentation: 12)
        return Layout.list("Pages(", arguments, ") { \(name) in", indentation: 8) + fetch.map { "    \($0)" } + ["}"]
    }

    private func cursorCode(_ next: Pagination.Access, _ hasNext: Pagination.HasNext?) -> String {
        guard case .flag(let flag) = hasNext else { return next.code("$0") }
        let (isMore, mayLack) = flag.chain("$0")
        return mayLack ? "\(isMore) == false ? nil : \(next.code("$0"))" : "\(isMore) ? \(next.code("$0")) : nil"
    }

    // MARK: - Patches

    func patch(_ method: Method, _ patch: Method.Patch, _ signature: MethodSignature) -> TemplateValue {
        let model = patch.model.code()
        let declaration = [patch.argument: "\(patch.label.code): [PatchStep<\(model)>]"]
        let call = [patch.argument: "\(patch.argument.text): \(patch.label.code).rawSteps()"]
        return [
            "documentation": .lines(
                own(
                    "The same as ``\(signature.reference)``, with steps whose places are properties of ``\(model)``, such as "
                        + "`.replace(\\.name, value)`."
                )
            ),
            "signature": .lines(signature.lines(method.name, returns: " -> \(model)", replaced: declaration)),
            "call": .lines(signature.call("try await \(method.name.text)(", ")", replaced: call)),
            "detailedSignature": .lines(
                signature.lines(
                    method.name.suffixed("WithHTTPInfo"),
                    returns: " -> ApiResponse<\(model)>",
                    replaced: declaration
                )
            ),
            "detailedCall": .lines(
                signature.call("try await \(method.name.text)WithHTTPInfo(", ")", replaced: call)
            ),
            "detailedDocumentation": .lines(own("The same, with the response's status and headers.")),
        ]
    }

    /// The properties of models that steps of a patch can be about.
    func patchables(of declaration: Declaration) -> [TemplateValue] {
        let nested = declaration.nested.flatMap { patchables(of: $0) }
        guard client.patchables.contains(declaration.name), case .structure(let structure) = declaration.kind else {
            return nested
        }
        let scope = declaration.name.path
        let own: TemplateValue = [
            "name": .string(declaration.name.code()),
            "properties": .list(
                structure.properties.map { property in
                    let type = property.type.code(in: scope)
                    let isNullable =
                        property.presence == .requiredNullable || property.presence == .optionalNullable
                    let key = "PatchKey<\(isNullable ? "Nullable<\(type)>" : type)>("
                    return .lines(
                        Layout.list(
                            "\(accessPrefix)let \(property.name.code) = \(key)",
                            [SwiftLiteral.string(property.wireName)], ")", indentation: 8)
                    )
                }
            ),
        ]
        return [own] + nested
    }
}

extension Pagination.Access {
    /// The expression that gets the value.
    ///
    /// - Parameter start: the expression for the page.
    func code(_ start: String) -> String { chain(start).code }

    /// The expression, and whether it may be nil.
    fileprivate func chain(_ start: String) -> (code: String, isOptional: Bool) {
        var code = start
        var isOptional = false
        for step in steps {
            let mark = isOptional ? "?" : ""
            switch step {
            case .property(let name, let mayLack):
                code += "\(mark).\(name.code)"
                isOptional = mayLack
            case .nullable(let name):
                code += "\(mark).\(name.code)?.value"
                isOptional = true
            case .key(let key):
                code += "\(mark)[\(SwiftLiteral.string(key))]"
                isOptional = true
            case .last:
                code += "\(mark).last"
                isOptional = true
            }
        }
        return (code, isOptional)
    }
}

extension Pagination.HasNext {
    /// An expression for what a page says of another one; nil for nothing.
    fileprivate var code: String {
        switch self {
        case .flag(let access): return access.code("$0")
        case .link(let access):
            // A page without any links says nothing.
            let next = access.steps.lastIndex { step in
                switch step {
                case .key: true
                case .property(let name, _), .nullable(let name): name.text == "next"
                case .last: false
                }
            }
            guard let next, next > 0 else { return "\(access.code("$0")) != nil" }
            let (links, mayLack) = Pagination.Access(steps: Array(access.steps[..<next])).chain("$0")
            let inner = Pagination.Access(steps: [access.steps[next]])
            return mayLack ? "\(links).map { \(inner.code("$0")) != nil }" : "\(inner.code(links)) != nil"
        }
    }
}

extension MethodSignature {
    /// The function that makes the request, for methods that have two ways to send it.
    var requestName: Identifier { .type(Words(SpecText(name.text))).prefixed("make").suffixed("Request") }
}
