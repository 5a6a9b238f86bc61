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

    private static let password = "{type: string, format: password}"

    /// Schemas, a path that the configuration gives, and the names of the secret properties; `nil` for an error.
    static let secrets: [(schemas: String, path: String?, names: [String]?)] = [
        ("A: {properties: {p: \(password), q: {}, r: {}}}", "A.q", ["p", "q"]),
        ("A: {properties: {p: {$ref: '#/components/schemas/S'}}}\nS: \(password)", nil, ["p"]),
        ("A: {properties: {p: {allOf: [{$ref: '#/components/schemas/S'}, {}]}}}\nS: \(password)", nil, ["p"]),
        ("A: {properties: {p: {oneOf: [\(password), {type: 'null'}]}}}", nil, ["p"]),
        ("A: {properties: {p: {anyOf: [{type: integer}, \(password)]}}}", nil, ["p"]),
        ("A: {properties: {p: {type: array, items: {type: array, items: \(password)}}}}", nil, ["p"]),
        ("A: {properties: {p: {additionalProperties: \(password)}}}", nil, ["p"]),
        ("A: {properties: {p: {prefixItems: [{}, \(password)]}}}", nil, ["p"]),
        ("A: {properties: {p: {properties: {q: \(password)}}}}", nil, ["q"]),
        (
            "A: {properties: {p: {}}}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {q: {}}}]}", "B.p",
            ["p"]
        ),
        ("A: {properties: {p: {}}}\nB: {$ref: '#/components/schemas/A'}", "B.p", ["p"]),
        ("A: {oneOf: [{title: K, required: [p], properties: {p: {}}}, {type: integer}]}", "A.p", ["p"]),
        ("A: {type: array, items: {properties: {p: {}}}}", "A.p", ["p"]),
        ("A: {properties: {p: {properties: {q: {}}}}}", "/components/schemas/A/properties/p.q", ["q"]),
        ("A: {properties: {p: {properties: {q: {}}}}}", "/components/schemas/A/properties/p/properties/q", ["q"]),
        ("a.b: {properties: {c: {}}}", "a.b.c", ["c"]), ("A: {properties: {p.q: {}}}", "A.p.q", ["p.q"]),
        ("A: {properties: {p: {}}}", "/components/schemas/A/properties/z", nil),
        ("A: {properties: {p: {}}}", "A.z", nil), ("A: {type: string, properties: {p: {}}}", "A.p", nil),
        ("A: {properties: {p: {properties: {q: {}}}}}", "A.q", nil),
    ]

    @Test(
        "secrets are redacted everywhere, and a path that redacts nothing is an error", arguments: secrets.indices)
    func secret(index: Int) throws {
        let row = Self.secrets[index]
        let lowered = try LoweredClient(
            schemas: row.schemas,
            configure: { options in
                options.secrets = [row.path].compactMap(\.self).map { .init(SpecText($0), at: nil) }
            }
        )
        #expect(lowered.client.secretProperties.map(\.unencoded) == row.names ?? [], "\(lowered.outlines)")
        #expect(lowered.diagnostics.contains { $0.severity == .error } == (row.names == nil), "\(lowered.printed)")
    }

    @Test(
        "a correction changes the named property, also in schemas that inherit it; one without effect is an error",
        arguments: [
            ("A", "p", ClientOptions.Correction.Kind.optional, Property.Presence.optional, nil),
            ("A", "p", .nullable, .requiredNullable, nil),
            // Superfluous ones are warnings.
            ("A", "q", .optional, .required, Diagnostic.Severity.warning), ("A", "q", .nullable, .required, .warning),
            // The property is not the schema's own.
            ("B", "p", .optional, .required, .error), ("C", "p", .nullable, .required, .error),
        ]
    )
    func corrections(
        schema: String,
        property: String,
        kind: ClientOptions.Correction.Kind,
        presence: Property.Presence,
        problem: Diagnostic.Severity?
    ) throws {
        let schemas = """
            A: {type: object, required: [p], properties: {p: {type: string}, q: {type: [string, "null"]}}}
            B: {allOf: [{$ref: "#/components/schemas/A"}, {type: object, required: [p], properties: {r: {}}}]}
            """
        let lowered = try LoweredClient(schemas: schemas) { options in
            options.corrections = [.init(kind, .init(SpecText("\(schema).\(property)"), at: nil))]
        }
        let presences = lowered.client.declarations.compactMap { declaration -> Property.Presence? in
            guard case .structure(let structure) = declaration.kind else { return nil }
            return structure.properties.first { $0.wireName == "p" }?.presence
        }
        #expect(presences == [presence, presence])
        #expect(lowered.diagnostics.map(\.severity) == (problem.map { [$0] } ?? []))
    }

    @Test("required arguments come first, then the body, named after its schema or its elements' schema")
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

    @Test("servers are named after their descriptions, and used security schemes become arguments")
    func serversAndCredentials() throws {
        let more = """
            servers: [{url: "https://a.example", description: Main}, {url: "https://b.example", description: EU},
              {url: "https://c.example", description: a long sentence about it}, {url: "/relative"}, {url: "ftp://d.example"}]
            security: [{Api-Key: []}]
            """
        let paths =
            "{/a: {get: {responses: {'204': {description: d}}}, put: {security: [], responses: {'204': {description: d}}}}}"
        let (client, diagnostics) = try client(paths: paths, more: more)
        #expect(client.servers[0].cases.map(\.name.text) == ["default", "eu", "cExample", "server"])
        #expect(client.credentials.map(\.name.text) == ["apiKey"])
        #expect(client.apis[0].methods.map { $0.security.map { $0.map(\.credential.text) } } == [[["apiKey"]], []])
        #expect(client.apis[0].methods.map(\.name.text) == ["getA", "putA"])
        #expect(diagnostics.count == 1)
    }
}
