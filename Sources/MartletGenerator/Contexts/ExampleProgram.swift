import MartletModel
import MartletSource

/// A program that calls a method, for documentation.
struct ExampleProgram {
    let lines: [String]

    /// - Parameters:
    ///   - arguments: what is passed to the method, as ``arguments(of:_:)`` gives it.
    ///   - isDetailed: whether it calls the method that also gives status and headers.
    init(of method: Method, in api: API, _ arguments: String, isDetailed: Bool = false, _ builder: ContextBuilder) {
        let name = isDetailed ? "\(method.name.text)WithHTTPInfo" : method.name.text
        let call = "try await client.\(api.accessor.text).\(name)(\(arguments))"
        lines =
            [
                "import \(builder.configuration.module.text)", "", Self.creation(for: method, builder), "",
                "do {",
            ]
            + Self.use(of: call, method.result, isDetailed: isDetailed).map { "    \($0)" }
            + ["} catch let error as ApiError {", "    print(\"\(method.name.text) failed:\", error)", "}"]
    }

    /// What an example passes to a method: all that is required, and all that the document has examples of.
    static func arguments(of method: Method, _ builder: ContextBuilder) -> String {
        method.arguments.filter { $0.isRequired || $0.example != nil }.map { argument in
            "\(argument.label.text): \(builder.examples.expression(argument))"
        }.joined(separator: ", ")
    }

    /// How a client is made that can call a method.
    static func creation(for method: Method?, _ builder: ContextBuilder) -> String {
        let client = builder.client
        let alternative = method?.security.first { !$0.isEmpty } ?? []
        var arguments = client.credentials.filter { credential in
            credential.isArgument && (builder.needs(credential) || alternative.contains(credential.name))
        }.map { "\($0.name.text): \($0.example)" }
        if let first = client.servers[0].cases.first {
            if first.isRelative { arguments.append("server: .\(first.name.text)(relativeTo: \(Self.anyURL))") }
        } else {
            arguments.append("server: .custom(\(Self.anyURL))")
        }
        return "let client = \(client.name.code)(\(arguments.joined(separator: ", ")))"
    }

    private static let anyURL = "URL(string: \"https://api.example.com\")"

    private static func use(of call: String, _ result: Result, isDetailed: Bool) -> [String] {
        if isDetailed {
            let body = result.type == nil ? "" : ", response.body"
            return ["let response = \(call)", "print(response.statusCode, response.headers\(body))"]
        }
        switch result.kind {
        case .none: return [call]
        case .content(let content) where content.form == .events:
            return ["for try await event in \(call) {", "    print(event.data)", "}"]
        case .content(let content) where content.form == .sequence:
            return ["for try await value in \(call) {", "    print(value)", "}"]
        default: return ["let result = \(call)", "print(result\(result.isOptional ? " as Any" : ""))"]
        }
    }
}

extension Result {
    fileprivate var isOptional: Bool {
        if case .optional = kind { true } else { false }
    }
}

extension Credential {
    /// A stand-in for the secret.
    fileprivate var example: String {
        if case .basic = kind {
            return "Credential.basic(username: \"YOUR_USERNAME\", password: \"YOUR_PASSWORD\")"
        }
        return "\"YOUR_\(Words(scheme).screamingSnakeCase)\""
    }
}
