import MartletModel
import MartletSource
import Testing

/// The methods of one operation.
struct LoweredOperation {
    let lowered: LoweredClient
    let methods: [Method]

    /// An operation `send` of `POST /a/{id}`.
    ///
    /// - Parameters:
    ///   - fields: The operation's fields. `<Name>` stands for a reference to the schema of that name.
    ///   - method: Another method.
    ///   - item: Further fields of the path.
    ///   - more: Further fields of the document.
    init(
        _ fields: String,
        version: String = "3.2.0",
        method: String = "post",
        path: String = "/a",
        item: String = "",
        more: String = "",
        configure: (inout ClientOptions) -> Void = { _ in }
    ) throws {
        lowered = try LoweredClient(
            version: version,
            schemas: Self.schemas,
            paths: """

                  \(path):
                    \(item)
                    \(method):
                      operationId: send
                \(Self.indented(fields))
                """.withReferences,
            more: more,
            configure: configure
        )
        methods = lowered.client.apis.flatMap(\.methods).filter { $0.operation == "send" }
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
    }

    /// The schemas that operations can refer to.
    private static let schemas = """
        Thing: {type: object, properties: {id: {type: string}, n: {type: integer}}}
        Other: {type: object, properties: {m: {type: integer}}}
        Things: {type: array, items: {$ref: '#/components/schemas/Thing'}}
        Kind: {enum: [a, b]}
        Upload: {required: [file], properties: {file: {type: string, format: binary}, title: {type: string}}}
        """

    /// An operation that may return a page of a list.
    ///
    /// - Parameters:
    ///   - query: The names of query parameters with spaces between them, and `#` behind those of integers.
    ///   - page: The schema of what it answers.
    ///   - headers: The headers of the answer.
    ///   - pages: What the configuration says of an operation.
    init(
        query: String,
        page: String,
        method: String = "get",
        headers: String = "",
        pages: PagesOption? = nil,
        operation: SpecText = "send"
    ) throws {
        let parameters = query.split(separator: " ").map { name in
            let type = name.hasSuffix("#") ? "integer" : "string"
            return "{name: '\(name.replacing("#", with: ""))', in: query, schema: {type: \(type)}}"
        }
        try self.init(
            """
            parameters: [\(parameters.joined(separator: ", "))]
            responses: {'200': {description: d, headers: {\(headers)}, content: {application/json: {schema: \(page)}}}}
            """,
            method: method
        ) { if let pages { $0.pages = [operation: pages] } }
    }

    /// The first method, which has the operation's name.
    var method: Method {
        get throws { try #require(methods.first) }
    }

    /// The arguments of the first method.
    var arguments: [String] { methods.first?.arguments.map(\.outline) ?? [] }

    /// All methods with their results.
    var results: [String] { methods.map { "\($0.name.text) -> \($0.result.outline)" } }

    /// The configuration of the operation's pages.
    var printed: [String] { lowered.printed }
}

extension String {
    /// `<Name>` replaced with a reference to the schema.
    var withReferences: String {
        replacing(/<(\w+)>/) { "{$ref: '#/components/schemas/\($0.1)'}" }
    }
}
