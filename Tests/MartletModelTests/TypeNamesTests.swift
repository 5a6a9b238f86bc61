import Foundation
import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Names of schemas")
struct TypeNamesTests {
    @Test("names that Swift, Foundation, the runtime or the client need are avoided")
    func reserved() throws {
        let schemas = ["String", "Task", "ApiError", "TestClient", "TestAPI", "url", "Nullable", "aux", "com7", "Fine"]
        let lowered = try LoweredClient(schemas: schemas.map { "\($0): {type: object}\n" }.joined())
        #expect(
            Set(lowered.outlines.keys) == [
                "StringModel", "TaskModel", "ApiErrorModel", "TestClientModel", "TestAPIModel", "URLModel",
                "NullableModel", "AuxModel", "Com7Model", "Fine",
            ]
        )
    }

    /// An added schema, the type that loses its name, and the setting in the warning.
    static let takenNames: [(added: String, type: String, line: String)] = [
        ("UserRequest: {type: object, properties: {x: {}}}", "UserInput", #"{"UserRequest": UserRequest}"#),
        ("XAT: {type: string}", "APIXAT", #"{"/x/a/t": APIXAT}"#),
        ("Z: {$ref: '#/x/a/t'}", "Z", #"{"Z": Z}"#),
    ]

    @Test("a component with the name of another type is reported once", arguments: takenNames.indices)
    func takenName(index: Int) throws {
        let (added, type, line) = Self.takenNames[index]
        func lowered(_ more: String, _ configure: (inout ClientOptions) -> Void = { _ in }) throws -> LoweredClient {
            try LoweredClient(
                schemas: """
                    User: {type: object, required: [id, pw], properties: {id: {readOnly: true}, pw: {writeOnly: true}}}
                    A: {properties: {u: {$ref: '#/x/a/t'}}}
                    \(more)
                    """,
                paths: """
                    {/a: {put: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}},
                      responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}}}}
                    """,
                more: "x: {a: {t: {type: object, properties: {n: {}}}}}",
                configure: configure
            )
        }
        let before = try lowered("")
        #expect(before.outlines["UserRequest"] != nil && before.outlines["XAT"] != nil, "\(before.outlines.keys)")
        #expect(!before.printed.contains { $0.contains("settles that for good") })
        let after = try lowered(added)
        #expect(after.outlines[type] != nil, "\(after.outlines.keys)")
        #expect(
            after.printed.filter { $0.contains("names: {schemas: \(line)}") }.count == 1)
        let parts = line.split(separator: "\"").map(String.init)
        let name = try #require(Identifier(parts[2].trimmingCharacters(in: [":", " ", "}"])))
        let settled = try lowered(added) { $0.names.settings = [.init(.schemas, SpecText(parts[1]), name, at: nil)] }
        #expect(!settled.printed.contains { $0.contains("settles that for good") }, "\(settled.printed)")
        #expect(settled.outlines == after.outlines)
    }

    private static let schemas = [
        "foo_bar: {properties: {a: {enum: [x]}}}", "foo-bar: {type: string}", "FooBar: {type: integer}",
        "fooBar: {type: boolean}", "Other: {properties: {foo: {$ref: '#/components/schemas/foo-bar'}}}",
    ]

    @Test("names do not depend on the document's order or on unrelated schemas")
    func stability() throws {
        let first = try LoweredClient(schemas: Self.schemas.joined(separator: "\n")).outlines
        let second = try LoweredClient(schemas: Self.schemas.reversed().joined(separator: "\n")).outlines
        #expect(first == second)
        #expect(first["FooBar"] == "FooBar = int64")
        let more = try LoweredClient(schemas: (["New: {properties: {foo: {}}}"] + Self.schemas).joined(separator: "\n"))
        for (name, outline) in first { #expect(more.outlines[name] == outline) }
    }

    @Test("the configuration renames schemas, properties and cases, and rejects unknown ones")
    func overrides() throws {
        let location = Location(path: "martlet.yaml", position: Position(line: 1, column: 1))
        let lowered = try LoweredClient(
            schemas: "Old: {properties: {b: {type: string}}}\nE: {enum: [x, y]}",
            configure: { options in
                options.names.settings = [
                    (.schemas, "Old", "New"), (.schemas, "Gone", "New"),
                    (.properties, "Old.b", "better"), (.properties, "Old.z", "better"),
                    (.enumCases, "E.y", "yes"), (.enumCases, "E.z", "yes"), (.operations, "none", "some"),
                ].compactMap { kind, path, name in Identifier(name).map { .init(kind, path, $0, at: location) } }
            }
        )
        #expect(lowered.outlines == ["New": "struct New { better: string? }", "E": "enum E: string { x, yes }"])
        #expect(lowered.diagnostics.map(\.severity) == [.error, .error, .error, .error])
    }

    @Test(
        "nested types keep their names whatever the module contains, and elements give way to properties")
    func nested() throws {
        let order =
            "Order: {properties: {status: {enum: [a]}, tags: {type: array, items: {properties: {n: {}}}}, tag: {properties: {m: {}}}}}"
        let kinds = "Kinds: {type: array, items: {properties: {n: {}}}}"
        let alone = try LoweredClient(schemas: "\(order)\n\(kinds)").outlines
        let more = try LoweredClient(schemas: "Status: {type: string}\nTag: {}\nKind: {}\n\(order)\n\(kinds)").outlines
        for (name, outline) in alone { #expect(more[name] == outline) }
        #expect(alone["Order"]?.contains("enum Status") == true)
        #expect(alone["Order"]?.contains("struct Tag {") == true)
        #expect(alone["Order"]?.contains("struct TagsItem {") == true)
        #expect(alone["KindsItem"] != nil)
    }

    @Test("inline schemas in shared components are named after the component")
    func shared() throws {
        func names(_ operations: [String]) throws -> [String] {
            let use = """
                {parameters: [{$ref: '#/components/parameters/direction'}],
                 requestBody: {$ref: '#/components/requestBodies/Make'},
                 responses: {'200': {$ref: '#/components/responses/Ok'}, '503': {$ref: '#/components/responses/closed'},
                 '404': {description: d, content: {application/json: {schema: {properties: {own: {}}}}}}}}
                """
            let lowered = try LoweredClient(
                """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths: {\(operations.map { "/\($0): {post: \(use)}" }.joined(separator: ", "))}
                components:
                  parameters: {direction: {name: way, in: query, schema: {enum: [up, down]}}}
                  requestBodies: {Make: {content: {application/json: {schema: {properties: {a: {}}}}}}}
                  responses:
                    closed: {description: d, content: {application/json: {schema: {properties: {why: {}}}}}}
                    Ok: {description: d, content: {application/json: {schema: {properties: {b: {}}}}}}
                """
            )
            return lowered.client.declarations.map(\.name.last.text).sorted()
        }
        #expect(try names(["b"]) == ["ClosedError", "Direction", "MakeBody", "OkResponse", "PostBNotFoundError"])
        #expect(try names(["a", "b"]).filter { !$0.hasPrefix("PostA") } == names(["b"]))
    }

    @Test("a shared response that also becomes a failure is reported, and its name can be kept")
    func successAndFailure() throws {
        func lowered(_ status: Int, _ names: [(SpecText, String)] = []) throws -> LoweredClient {
            try LoweredClient(
                """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths:
                  /a: {get: {responses: {"200": {$ref: "#/components/responses/Done"}}}}
                  /b: {get: {responses: {"\(status)": {$ref: "#/components/responses/Done"}}}}
                components: {responses: {Done: {description: d, content: {application/json: {schema: {properties: {why: {}}}}}}}}
                """
            ) { options in
                options.names.settings = names.compactMap { path, name in
                    Identifier(name).map { .init(.schemas, path, $0, at: nil) }
                }
            }
        }
        #expect(try lowered(200).client.declarations.map(\.name.last.text) == ["DoneResponse"])
        let failed = try lowered(400)
        #expect(failed.client.declarations.map(\.name.last.text) == ["DoneError"])
        let path = "/components/responses/Done/content/application~1json/schema"
        #expect(
            failed.printed.contains { $0.contains("names: {schemas: {\"\(path)\": DoneResponse}}") },
            "\(failed.printed)")
        let kept = try lowered(400, [(SpecText(path), "DoneResponse")])
        #expect(kept.client.declarations.map(\.name.last.text) == ["DoneResponse"])
        #expect(!kept.printed.contains { $0.contains("settles that for good") }, "\(kept.printed)")
    }

    @Test("a lost name is reported with both positions and the setting that resolves it")
    func clash() throws {
        let printed = try LoweredClient(schemas: "FooBar: {type: object}\nfoo-bar: {type: object}").printed
        #expect(printed.count == 1)
        #expect(printed[0].contains("foo-bar"))
        #expect(printed[0].contains("FooBar\" in line 7"))
        #expect(printed[0].contains("names: {schemas: {"))
    }

    static let specs = ["launchdarkly-access-tokens", "operations", "petstore", "schemas"]

    @Test(
        "an unusable configured name is an error",
        arguments: [("Data", "fine", "fine"), ("Fine", "init", "fine"), ("Fine", "fine", "init")]
    )
    func unusableNames(schema: String, property: String, operation: String) throws {
        let lowered = try LoweredClient(
            schemas: "B: {type: object, properties: {p: {type: string}, c: {type: string}}}",
            paths: "{/a: {get: {operationId: get_a, responses: {'204': {description: d}}}}}"
        ) { options in
            options.names.settings = [
                (.schemas, "B", schema), (.properties, "B.p", property), (.operations, "get_a", operation),
            ].compactMap { kind, path, name in Identifier(name).map { .init(kind, path, $0, at: nil) } }
        }
        let errors = lowered.diagnostics.filter { $0.severity == .error }
        let name = [schema, property, operation].first { !["Fine", "fine"].contains($0) }
        #expect(errors.map(\.message) == [.unusableName(try #require(Identifier(name ?? "")), isReserved: true)])
    }

    @Test("additions to a document rename no schema", arguments: specs)
    func promise(spec: String) throws {
        let file = Repository.root.appendingPathComponent("Specs/\(spec)/openapi.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let before = try LoweredClient(text)
        let known = Set(before.client.declarations.map { $0.name.last.text.lowercased() })
        let common = ["Kind", "Status", "Item", "Error", "Type", "Value", "Data", "Result", "Issue", "Component"]
        let schemas = common.filter { !known.contains($0.lowercased()) && !text.contains("    \($0):") }
            .map { "\n    \($0): {type: object, properties: {own: {type: string}}}" }
        let operations = before.client.apis.flatMap(\.methods).flatMap { method in
            ["All", "Pages", "AsCSV", "WithHTTPInfo"].map { "\(method.operation.unencoded)\($0)" }
        }
        let paths = operations.filter { !$0.contains(" ") }.map { id in
            "\n  /added/\(id): {get: {operationId: \(id), responses: {'204': {description: d}}}}"
        }
        let after = try LoweredClient(
            text.replacingOccurrences(of: "\n  schemas:", with: "\n  schemas:" + schemas.joined())
                .replacingOccurrences(of: "\npaths:", with: "\npaths:" + paths.joined())
        )
        let outlines = after.outlines
        for (name, outline) in before.outlines { #expect(outlines[name] == outline) }
        for api in before.client.apis {
            let same = after.client.apis.first { $0.name == api.name }
            for method in api.methods {
                #expect(same?.methods.contains { $0.operation == method.operation && $0.name == method.name } == true)
            }
        }
    }

    @Test("the configuration sets types for formats")
    func formats() throws {
        let lowered = try LoweredClient(
            schemas: """
                A: {type: string, format: uri}
                B: {type: string, format: date-time}
                C: {type: number, format: money}
                D: {type: boolean, format: money}
                E: {type: string, format: date}
                """,
            configure: {
                $0.formats = [
                    "uri": Identifier("URL"), "date-time": Identifier("Date"), "money": Identifier("Decimal"),
                    "date": Identifier("Date"),
                ]
                .compactMapValues { $0 }
            }
        )
        #expect(
            lowered.outlines == [
                "A": "A = URL", "B": "B = Date", "C": "C = decimal", "D": "D = boolean", "E": "E = string",
            ])
        #expect(lowered.printed.count == 2)
        #expect(lowered.printed.first?.hasPrefix("api.yaml:10:8: error: ") == true, "\(lowered.printed)")
        #expect(lowered.printed.last?.hasPrefix("api.yaml:11:8: error: ") == true, "\(lowered.printed)")
    }

    @Test(
        "a default of a configured type has a Swift expression",
        arguments: [
            ("uri", "URL", "'https://a.example'", Diagnostic.Message.unstatedDefault),
            ("uri", "URL", "5", .unfitDefault),
            ("date-time", "Date", "'2026-11-24T08:47:00Z'", nil),
            ("date-time", "Date", "'2026-11-24T08:47:00.5Z'", .unstatedDefault),
            ("date-time", "Date", "soon", .unfitDefault), ("decimal", "Decimal", "'12.50'", nil),
            ("decimal", "Decimal", "a lot", .unfitDefault),
        ] as [(String, String, String, Diagnostic.Message?)]
    )
    func defaultsOfFormats(format: String, type: String, value: String, message: Diagnostic.Message?) throws {
        let lowered = try LoweredClient(
            schemas: "A: {required: [a], properties: {a: {type: string, format: \(format), default: \(value)}}}",
            configure: { $0.formats = [SpecText(format): Identifier(type)].compactMapValues(\.self) }
        )
        #expect(lowered.diagnostics.map(\.message) == [message].compactMap(\.self), "\(lowered.printed)")
    }
}
