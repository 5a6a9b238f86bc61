import MartletModel
import MartletSource

/// A program that calls a method, for documentation.
struct ExampleProgram {
    let lines: [String]

    /// - Parameter isDetailed: whether it calls the method that also gives status and headers.
    init(of method: Method, in api: API, isDetailed: Bool = false, _ builder: ContextBuilder) {
        let arguments = method.arguments.filter { $0.isRequired || $0.example != nil }.map { argument in
            let name = argument.place.name ?? SpecText(argument.label.text)
            let value = builder.examples.expression(argument.type, argument.example, name: name)
            return "\(argument.label.text): \(value)"
        }
        let name = isDetailed ? "\(method.name.text)WithHTTPInfo" : method.name.text
        let call = "try await client.\(api.accessor.text).\(name)(\(arguments.joined(separator: ", ")))"
        lines =
            ["import \(builder.configuration.module.text)", "", Self.creation(of: builder.client), "", "do {"]
            + Self.use(of: call, hasBody: method.result.type != nil, isDetailed: isDetailed).map { "    \($0)" }
            + ["} catch let error as ApiError {", "    print(\"\(method.name.text) failed:\", error)", "}"]
    }

    /// How a client is made.
    static func creation(of client: Client) -> String {
        var arguments = client.credentials.map { credential in
            "\(credential.name.text): \"YOUR_\(Words(credential.scheme).screamingSnakeCase)\""
        }
        if client.servers.isEmpty { arguments.append("server: .custom(url)") }
        return "let client = \(client.name.code)(\(arguments.joined(separator: ", ")))"
    }

    private static func use(of call: String, hasBody: Bool, isDetailed: Bool) -> [String] {
        if isDetailed {
            [
                "let response = \(call)",
                "print(response.statusCode, response.headers\(hasBody ? ", response.body" : ""))",
            ]
        } else if hasBody {
            ["let result = \(call)", "print(result)"]
        } else {
            [call]
        }
    }
}

extension Argument.Place {
    /// The name in the document, which a body lacks.
    fileprivate var name: SpecText? {
        switch self {
        case .path(let name), .query(let name), .header(let name): name
        case .body: nil
        }
    }
}
