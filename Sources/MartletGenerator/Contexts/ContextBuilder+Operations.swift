import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The type of one API with its methods.
    func api(_ api: API) -> TemplateValue {
        [
            "name": .string(api.name.code),
            "documentation": .lines(DocumentationComment.lines([api.description ?? api.title], indentation: 0)),
            "methods": .list(api.methods.map { context(of: $0) }),
        ]
    }

    private func context(of method: Method) -> TemplateValue {
        let returned = method.result.type?.code()
        let arguments = method.arguments.map { "\($0.label.text): \($0.variable.code)" } + ["options: options"]
        let call = Layout.list(
            "\(returned == nil ? "_ = " : "")try await \(method.name.text)WithHTTPInfo(",
            arguments,
            returned == nil ? ")" : ").body",
            indentation: 8
        )
        return [
            "documentation": .lines(documentation(for: method)),
            "attribute": method.isDeprecated ? "@available(*, deprecated)" : .null,
            "signature": .lines(
                signature(of: method, method.name.code, returns: returned.map { " -> \($0)" } ?? "")
            ),
            "call": .lines(call),
            "detailedDocumentation": .lines(
                DocumentationComment.lines(
                    own: "The same as ``\(reference(to: method))``, with the response's status and headers.",
                    indentation: 4
                )
            ),
            "detailedSignature": .lines(
                signature(
                    of: method,
                    "\(method.name.text)WithHTTPInfo",
                    returns: " -> ApiResponse<\(returned ?? "Void")>"
                )
            ),
            "request": .lines(request(for: method)),
            "statements": .lines(method.arguments.map(statement)),
        ]
    }

    private func signature(of method: Method, _ name: String, returns: String) -> [String] {
        let parameters = method.arguments.map { argument in
            let label =
                argument.label == argument.variable
                ? argument.label.code : "\(argument.label.text) \(argument.variable.code)"
            return "\(label): \(argument.type.code())\(argument.isRequired ? "" : "? = nil")"
        }
        return Layout.list(
            "\(accessPrefix)func \(name)(",
            parameters + ["options: RequestOptions = .init()"],
            ") async throws\(returns) {",
            indentation: 4
        )
    }

    /// The method as DocC refers to it.
    private func reference(to method: Method) -> String {
        "\(method.name.text)(\((method.arguments.map(\.label.text) + ["options"]).map { "\($0):" }.joined()))"
    }

    private func request(for method: Method) -> [String] {
        var arguments = [method.httpMethod.code, SwiftLiteral.string(method.path.request)]
        if !method.security.isEmpty {
            let alternatives = method.security.map { "[\($0.map { ".\($0.text)" }.joined(separator: ", "))]" }
            arguments.append("security: [\(alternatives.joined(separator: ", "))]")
        }
        if let statuses = method.result.statuses {
            arguments.append("success: [\(statuses.map(String.init).joined(separator: ", "))]")
        }
        let binding = method.arguments.isEmpty ? "let" : "var"
        return Layout.list("\(binding) request = ApiRequest(", arguments, ")", indentation: 8)
    }

    private func statement(_ argument: Argument) -> String {
        let value = argument.variable.code
        return switch argument.place {
        case .path(let name): "try request.setPath(\(SwiftLiteral.string(name)), \(value))"
        case .query(let name): "request.addQuery(\(SwiftLiteral.string(name)), \(value))"
        case .header(let name): "try request.setHeader(\(SwiftLiteral.string(name)), \(value))"
        case .body: "try request.setBody(json: \(value))"
        }
    }

    private func documentation(for method: Method) -> [String] {
        var lines = DocumentationComment.lines([method.summary, method.description], indentation: 4)
        if !lines.isEmpty { lines.append("///") }
        if !method.arguments.isEmpty {
            lines.append("/// - Parameters:")
            for argument in method.arguments {
                lines += DocumentationComment.item(
                    "  - \(argument.label.text):",
                    argument.description ?? argument.placeDescription,
                    indentation: 4
                )
            }
            lines += DocumentationComment.item("  - options:", "Settings for this call alone.", indentation: 4)
        } else {
            lines += DocumentationComment.item("- Parameter options:", "Settings for this call alone.", indentation: 4)
        }
        if method.result.type != nil {
            lines += DocumentationComment.item("- Returns:", method.result.description, indentation: 4)
        }
        return lines + DocumentationComment.item("- Throws:", SpecText(failures(of: method)), indentation: 4)
    }

    private func failures(of method: Method) -> String {
        let typed = method.failures.compactMap { failure in
            failure.type.map { "``\($0.code())`` for \(failure.status.text)" }
        }
        let bodies = typed.isEmpty ? "" : " Its body is \(typed.joined(separator: ", "))."
        return "``ApiError`` for all but success, and `CancellationError`.\(bodies)"
    }
}

extension Argument {
    /// What to say of an argument that the document doesn't describe.
    var placeDescription: SpecText {
        switch place {
        case .path: "A part of the path."
        case .query: "A part of the query."
        case .header: "A header."
        case .body: "The body."
        }
    }
}

extension StatusPattern {
    /// `404`, `4XX` or `any other status`.
    var text: String {
        switch self {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .default: "any other status"
        }
    }
}

extension MartletOpenAPI.HTTPMethod {
    /// The runtime's constant for the method, or one made of its name.
    var code: String {
        switch name {
        case "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE": ".\(name.unencoded.lowercased())"
        default: "HTTPMethod(rawValue: \(SwiftLiteral.string(name)))"
        }
    }
}
