import MartletModel
import MartletOpenAPI
import MartletSource
import Testing

@Suite("Lowering")
struct ClientLoweringTests {
    private func client(paths: String, schemas: String = "None: {}", more: String = "") throws -> (
        client: Client, diagnostics: [Diagnostic]
    ) {
        let lowered = try LoweredClient(version: "3.0.3", schemas: schemas, paths: paths, more: more)
        return (lowered.client, lowered.diagnostics)
    }

    @Test("a password and a property that the configuration names are secret; a name that fits nothing is an error")
    func secrets() throws {
        let schemas = "A: {type: object, properties: {p: {type: string, format: password}, q: {}, r: {}}}"
        let lowered = try LoweredClient(
            schemas: schemas,
            configure: { options in
                options.secrets = [
                    .init(schema: "A", property: "q", location: nil), .init(schema: "A", property: "z", location: nil),
                ]
            }
        )
        guard case .structure(let structure) = lowered.client.declarations[0].kind else {
            Issue.record("not a structure")
            return
        }
        #expect(structure.properties.map(\.isSecret) == [true, true, false])
        #expect(lowered.diagnostics.map(\.severity) == [.error])
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
            List: {type: array, items: {$ref: "#/components/schemas/Item"}}
            Item: {type: object, properties: {a: {}}}
            """
        let (client, diagnostics) = try client(paths: paths, schemas: schemas)
        #expect(diagnostics.isEmpty)
        let api = try #require(client.apis.first)
        #expect(api.name.text == "SomeThingsApi")
        #expect(api.accessor?.text == "someThings")
        let method = try #require(api.methods.first)
        #expect(method.name.text == "putIt")
        #expect(method.arguments.map(\.label.text) == ["id", "h1", "item", "q", "optionsParameter"])
        #expect(method.arguments.map(\.isRequired) == [true, true, true, false, false])
        #expect(method.arguments[2].type.outline == "[Item]")
        #expect(method.result.statuses == [200])
        #expect(method.result.outline == "Item")
        #expect(method.failures.map(\.status) == [.range(4)])
    }

    @Test("servers have the names that their descriptions give, and security schemes in use become arguments")
    func serversAndCredentials() throws {
        let more = """
            servers: [{url: "https://a.example", description: Main}, {url: "https://b.example", description: EU},
              {url: "https://c.example", description: a long sentence about it}, {url: "/relative"}, {url: "ftp://d.example"}]
            security: [{Api-Key: []}]
            """
        let paths =
            "{/a: {get: {responses: {'204': {description: d}}}, put: {security: [], responses: {'204': {description: d}}}}}"
        let (client, diagnostics) = try client(paths: paths, more: more)
        #expect(client.servers[0].cases.map(\.name.text) == ["default", "eu", "server", "server2"])
        #expect(client.credentials.map(\.name.text) == ["apiKey"])
        #expect(client.apis[0].methods.map { $0.security.map { $0.map(\.text) } } == [[["apiKey"]], []])
        #expect(client.apis[0].methods.map(\.name.text) == ["getA", "putA"])
        #expect(diagnostics.count == 1)
    }
}
