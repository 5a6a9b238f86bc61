import MartletModel
import MartletOpenAPI
import MartletSource
import Testing

@Suite("Lowering")
struct ClientLoweringTests {
    /// The client of a document whose errors are test failures.
    private func client(_ document: String, secrets: [ClientOptions.Secret] = []) throws -> (Client, [Diagnostic]) {
        let diagnostics = DiagnosticCollector()
        let source = SourceFile(path: "api.yaml", bytes: Array(document.utf8))
        let root = try DocumentReader.read(source, diagnostics: diagnostics)
        let resolved = Resolver(try #require(Document(root, diagnostics)), diagnostics).resolve()
        let options = ClientOptions(clientName: try #require(Identifier("TestClient")), secrets: secrets)
        return (ClientLowering(resolved, options, diagnostics).client(), diagnostics.diagnostics)
    }

    private func client(paths: String = "{}", schemas: String = "{}", more: String = "") throws -> (
        Client, [Diagnostic]
    ) {
        try client(
            """
            openapi: 3.0.3
            info: {title: T, version: "1"}
            \(more)
            paths: \(paths)
            components: {schemas: \(schemas), securitySchemes: {Api-Key: {type: apiKey, in: header, name: K}, web: {type: http}}}
            """
        )
    }

    /// The declarations of a document with these schemas, by name.
    private func types(_ schemas: String) throws -> [String: Declaration.Kind] {
        let declarations = try client(schemas: schemas).0.declarations
        return Dictionary(declarations.map { ($0.name.text, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    /// A schema, and the type it becomes.
    static let scalars: [(String, TypeReference)] = [
        ("{type: string}", .string), ("{type: string, format: password}", .string), ("{type: boolean}", .boolean),
        ("{type: integer}", .int64), ("{type: integer, format: int64}", .int64),
        ("{type: integer, format: int32}", .int32),
        ("{type: number}", .double), ("{type: number, format: float}", .float), ("{}", .json),
        ("{type: array, items: {type: string}}", .array(.string)), ("{type: array}", .array(.json)),
        ("{type: object}", .dictionary(.json)),
        ("{type: object, additionalProperties: {type: integer}}", .dictionary(.int64)),
        ("{type: string, format: string}", .string), ("{oneOf: []}", .json),
    ]

    @Test("a schema becomes the type that its kind and format say", arguments: scalars)
    func scalar(schema: String, type: TypeReference) throws {
        guard case .alias(let alias) = try #require(try types("{A: \(schema)}")["A"]) else {
            Issue.record("not an alias")
            return
        }
        #expect(alias == type)
    }

    @Test("an object becomes a structure with its properties in order and its own types within")
    func structure() throws {
        let schemas = """
            {A: {type: object, required: [_id], properties: {_id: {type: string}, kind: {type: string, enum: [x, x, y]},
            parts: {type: array, items: {type: object, properties: {n: {type: integer}}}}, links: {$ref: "#/components/schemas/L"}}},
            L: {type: object, additionalProperties: {$ref: "#/components/schemas/A"}}}
            """
        guard case .structure(let structure) = try #require(try types(schemas)["A"]) else {
            Issue.record("not a structure")
            return
        }
        #expect(structure.properties.map(\.name.text) == ["id", "kind", "parts", "links"])
        #expect(structure.properties.map(\.wireName) == ["_id", "kind", "parts", "links"])
        #expect(structure.properties.map(\.isRequired) == [true, false, false, false])
        #expect(structure.nested.map(\.name.text) == ["Kind", "Parts"])
        guard case .enumeration(let kind) = structure.nested[0].kind else {
            Issue.record("not an enumeration")
            return
        }
        #expect(kind.cases.map(\.value) == ["x", "y"])
    }

    @Test("names that Swift or the runtime need are not taken")
    func reservedTypes() throws {
        let types = try types("{String: {}, Task: {}, ApiError: {}, TestClient: {}, url: {}, Fine: {}}")
        #expect(
            Set(types.keys) == ["StringModel", "TaskModel", "ApiErrorModel", "TestClientModel", "UrlModel", "Fine"]
        )
    }

    @Test("a password and a property that the configuration names are secret; a name that fits nothing is an error")
    func secrets() throws {
        let document = """
            openapi: 3.0.3
            info: {title: T, version: "1"}
            paths: {}
            components: {schemas: {A: {type: object, properties: {p: {type: string, format: password}, q: {}, r: {}}}}}
            """
        let (client, diagnostics) = try client(
            document,
            secrets: [
                .init(schema: "A", property: "q", location: nil), .init(schema: "A", property: "z", location: nil),
            ]
        )
        guard case .structure(let structure) = client.declarations[0].kind else { return }
        #expect(structure.properties.map(\.isSecret) == [true, true, false])
        #expect(diagnostics.map(\.severity) == [.error])
    }

    @Test("required arguments come first, the body after the parameters, named after its schema or its elements'")
    func arguments() throws {
        let paths = """
            {"/a/{id}": {parameters: [{name: id, in: path, required: true, schema: {type: string}}],
            put: {operationId: put_it, tags: [Some things],
            parameters: [{name: q, in: query, schema: {type: string}}, {name: H-1, in: header, required: true, schema: {type: integer}},
            {name: options, in: query, schema: {type: array, items: {type: string}}}],
            requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/List"}}}},
            responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}},
            4XX: {description: d}}}}}
            """
        let schemas = """
            {List: {type: array, items: {$ref: "#/components/schemas/Item"}}, Item: {type: object, properties: {a: {}}}}
            """
        let (client, diagnostics) = try client(paths: paths, schemas: schemas)
        #expect(diagnostics.isEmpty)
        let api = try #require(client.apis.first)
        #expect(api.name.text == "SomeThingsApi")
        #expect(api.accessor.text == "someThings")
        let method = try #require(api.methods.first)
        let item = try #require(Identifier("Item"))
        #expect(method.name.text == "putIt")
        #expect(method.arguments.map(\.label.text) == ["id", "h1", "item", "q", "optionsParameter"])
        #expect(method.arguments.map(\.isRequired) == [true, true, true, false, false])
        #expect(method.arguments[2].type == .array(.named(item)))
        #expect(method.result.statuses == [200])
        #expect(method.result.type == .named(item))
        #expect(method.failures.map(\.status) == [.range(4)])
    }

    /// Operations that can't be called yet.
    static let unsupported = [
        "{get: {parameters: [{name: c, in: cookie, schema: {type: string}}], responses: {'204': {description: d}}}}",
        "{get: {parameters: [{name: q, in: query, style: pipeDelimited, schema: {type: string}}], responses: {'204': {description: d}}}}",
        "{get: {parameters: [{name: q, in: query, schema: {type: object}}], responses: {'204': {description: d}}}}",
        "{post: {requestBody: {content: {text/plain: {}}}, responses: {'204': {description: d}}}}",
        "{get: {requestBody: {content: {application/json: {}}}, responses: {'204': {description: d}}}}",
        "{get: {responses: {'200': {description: d, content: {image/png: {}}}}}}",
        "{get: {responses: {'200': {description: d, content: {application/json: {}}}, '204': {description: d}}}}",
        "{get: {responses: {default: {description: d}}}}",
    ]

    @Test("an operation that can't be called yet is left out with a warning", arguments: unsupported)
    func leftOut(path: String) throws {
        let (client, diagnostics) = try client(paths: "{/a: \(path)}")
        #expect(client.apis.isEmpty)
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.allSatisfy { $0.message.text.contains("is left out") && $0.location != nil })
    }

    @Test("servers have the names that their descriptions give, and security schemes in use become arguments")
    func serversAndCredentials() throws {
        let more = """
            servers: [{url: "https://a.example", description: Main}, {url: "https://b.example", description: EU},
              {url: "https://c.example", description: a long sentence about it}, {url: "/relative"}]
            security: [{Api-Key: []}]
            """
        let paths =
            "{/a: {get: {responses: {'204': {description: d}}}, put: {security: [], responses: {'204': {description: d}}}}}"
        let (client, diagnostics) = try client(paths: paths, more: more)
        #expect(client.servers.map(\.name.text) == ["default", "eu", "server"])
        #expect(client.credentials.map(\.name.text) == ["apiKey"])
        #expect(client.apis[0].methods.map { $0.security.map { $0.map(\.text) } } == [[["apiKey"]], []])
        #expect(client.apis[0].methods.map(\.name.text) == ["getA", "putA"])
        #expect(diagnostics.count == 1)
    }
}
