import Foundation
import MartletModel
import MartletSource
import MartletTestSupport
import Testing

@Suite("Clashes of names, and chosen names")
struct NameClashTests {
    /// A document with a name clash, the suggested setting, and the declaration that then has the name.
    static let clashes: [(paths: String, schemas: String, line: String)] = [
        (
            "{}", "A: {properties: {item: {properties: {n: {}}}, items: {type: array, items: {properties: {m: {}}}}}}",
            #"names: {schemas: {"/components/schemas/A/properties/items/items": ItemsItem}}"#
        ),
        (
            "{}", "A: {properties: {b: {properties: {c-d: {}, c_d: {}}}}}",
            #"names: {properties: {"/components/schemas/A/properties/b.c_d": c_d}}"#
        ),
        ("{}", "A: {enum: [on, On]}", #"names: {enumCases: {"A.On": On}}"#),
        ("{}", "A: {enum: [top-left, topLeft]}", #"names: {enumCases: {"A.top-left": topLeft2}}"#),
        (
            "{/a: {get: {operationId: o, tags: [x y]}}, /b: {get: {operationId: p, tags: [x-y]}}}", "A: {}",
            #"names: {tags: {"x-y": xY2}}"#
        ),
        (
            """
            {/a: {get: {operationId: o, responses: {'204': {description: d, headers: {H: {schema: {type: string}}}}}}},
             /b: {get: {operationId: p, responses: {'204': {description: d, headers: {H: {schema: {type: integer}}}}}}}}
            """, "A: {}", #"names: {headers: {"/paths/~1b/get/responses/204/headers/H": hAsInteger}}"#
        ),
        (
            "{/a: {get: {operationId: a_b}}, /b: {get: {operationId: aB}}}", "A: {}",
            #"names: {operations: {"a_b": a_b}}"#
        ),
        (
            "{/a: {get: {operationId: o, parameters: [{name: b_c, in: query, schema: {type: string}}, {name: b-c, in: query, schema: {type: string}}]}}}",
            "A: {}", #"names: {parameters: {"/paths/~1a/get/parameters/0": bCParameter}}"#
        ),
        (
            "{/a: {get: {operationId: o_p}}, /b: {get: {operationId: oPWithHTTPInfo}}}", "A: {}",
            #"names: {operations: {"oPWithHTTPInfo": oPWithHTTPInfo2}}"#
        ),
        (
            """
            {/a: {get: {operationId: go, responses: {'200': {description: d, content: {application/json: {}, text/csv: {}}}}}},
             /b: {get: {operationId: goAsCSV}}}
            """, "A: {}", #"names: {contents: {"/paths/~1a/get/responses/200/content/text~1csv": csv2}}"#
        ),
        (
            """
            {/a: {get: {operationId: go, responses: {'200': {description: d, content: {application/json: {},
              application/vnd.a.v2+json: {schema: {type: string}}, application/vnd.a-v2+json: {schema: {type: integer}}}}}}}}
            """, "A: {}",
            #"names: {contents: {"/paths/~1a/get/responses/200/content/application~1vnd.a.v2+json": vndAV2JSON}}"#
        ),
        (
            """
            {/a: {put: {operationId: go, requestBody: {content: {
              application/json;v=1: {schema: {type: string}}, application/json;v=2: {schema: {type: integer}}}}}}}
            """, "A: {}",
            #"names: {contents: {"/paths/~1a/put/requestBody/content/application~1json;v=2": jsonV2}}"#
        ),
        (
            """
            {/a: {post: {operationId: go, callbacks: {
              on-end: {'{$url}': {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}},
              on_end: {'{$url}': {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}}}}}}
            """, "A: {}", #"names: {webhooks: {"go on_end": goOnEnd2}}"#
        ),
        (
            """
            {/a: {servers: [{url: 'https://files.a.example'}], get: {operationId: o}},
             /b: {servers: [{url: 'https://files.b.example'}], get: {operationId: p}}}
            """, "A: {}", #"names: {servers: {"/paths/~1b/servers": FilesServer2}}"#
        ),
        (
            "{}", #"A: {properties: {b: {properties: {"(1)": {}, '\(1)': {}}}}}"#,
            #"names: {properties: {"/components/schemas/A/properties/b.\\(1)": _12}}"#
        ),
        ("{}", "A-b: {}\na_b: {}", #"names: {schemas: {"a_b": a_b}}"#),
        (
            "{}",
            "A: {oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: string, maxLength: 3}}, {type: integer}]}",
            #"names: {schemas: {"/components/schemas/A/oneOf/1": StringArray2}}"#
        ),
        (
            "{}",
            "A: {oneOf: [{type: object, additionalProperties: {type: string}}, {type: object, additionalProperties: {type: string}, minProperties: 2}, {type: integer}]}",
            #"names: {schemas: {"/components/schemas/A/oneOf/1": StringMap2}}"#
        ),
        (
            "{}", "A: {oneOf: [{type: integer, format: int64}, {type: integer, format: int32}]}",
            #"names: {schemas: {"/components/schemas/A/oneOf/1": Integer2}}"#
        ),
        (
            "{}", "A: {oneOf: [{type: integer}, {enum: [integer]}]}", #"names: {enumCases: {"A.integer": integer2}}"#
        ),
        (
            "{}", "A: {prefixItems: [{type: string, title: X}, {type: string, title: x}]}",
            #"names: {schemas: {"/components/schemas/A/prefixItems/1": X2}}"#
        ),
        (
            "{}", "A: {properties: {additional_properties: {type: string}}, additionalProperties: {type: string}}",
            #"names: {properties: {"A.additional_properties": additionalProperties}}"#
        ),
        (
            "{/a: {get: {operationId: o, security: [{Api-Key: []}, {api_key: []}]}}}", "A: {}",
            #"names: {credentials: {"api_key": api_key}}"#
        ),
    ]

    @Test("the setting that a clash warning suggests resolves the clash", arguments: clashes)
    func clash(paths: String, schemas: String, line: String) throws {
        let first = try LoweredClient(schemas: schemas, paths: paths)
        #expect(first.printed.contains { $0.contains(" in line ") && $0.contains(line) }, "\(first.printed)")
        let keys = line.split { !$0.isLetter }.map(String.init)
        let kind = try #require(ClientOptions.Names.Kind(rawValue: keys[1]))
        let parts = line.split(separator: "\"").map(String.init)
        let name = try #require(Identifier(parts[2].trimmingCharacters(in: [":", " ", "}"])))
        let settled = try LoweredClient(schemas: schemas, paths: paths) {
            $0.names.settings = [.init(kind, SpecText(parts[1].replacing(#"\\"#, with: #"\"#)), name, at: nil)]
        }
        #expect(!settled.printed.contains { $0.contains("settles that for good") }, "\(settled.printed)")
        #expect(settled.outlines == first.outlines)
    }

    @Test("contents, webhooks and the types of servers have the names that the configuration gives")
    func chosenParts() throws {
        let lowered = try LoweredClient(
            schemas: "A: {}",
            paths: """
                {/a: {servers: [{url: 'https://files.a.example'}], put: {operationId: go,
                  callbacks: {end: {'{$url}': {post: {requestBody: {content: {application/json: {}}}}}}},
                  requestBody: {content: {application/json: {schema: {type: integer}}, text/csv: {schema: {type: string}}}},
                  responses: {'200': {description: d, content: {application/json: {}, text/csv: {}, text/plain: {}}}}}}}
                """,
            more: "webhooks: {pinged: {post: {operationId: ping, requestBody: {content: {application/json: {}}}}}}"
        ) { options in
            options.names.settings = [
                (.contents, "text/csv", "table"), (.servers, "/paths/~1a/servers", "Files"),
                (.contents, "/paths/~1a/put/responses/200/content/text~1plain", "lines"),
                (.webhooks, "go end", "ended"),
                (.webhooks, "/webhooks/pinged/post", "pinged"),
            ].compactMap { kind, path, name in Identifier(name).map { .init(kind, path, $0, at: nil) } }
        }
        let methods = lowered.client.apis.flatMap(\.methods)
        #expect(methods.map(\.name.text) == ["go", "goAsTable", "goAsLines"])
        #expect(methods[0].arguments.first { $0.label.text == "server" }?.type.outline.contains("Files") == true)
        #expect(lowered.client.servers.map(\.name.text) == ["Server", "Files"])
        #expect(lowered.client.webhooks?.events.map(\.name.text) == ["pinged", "ended"])
        let bodies = lowered.client.apis.flatMap(\.choices).flatMap(\.cases).map(\.name.text)
        #expect(bodies == ["json", "table"])
        #expect(!lowered.diagnostics.contains { $0.severity == .error }, "\(lowered.printed)")
    }

    @Test("an unknown content, webhook or list of servers is an error")
    func unknownParts() throws {
        let settings: [(ClientOptions.Names.Kind, SpecText)] = [
            (.contents, "text/csv"), (.contents, "/paths/~1a"), (.webhooks, "gone"), (.webhooks, "/paths/~1a/get"),
            (.servers, "/paths/~1a/get"),
        ]
        for (kind, path) in settings {
            let lowered = try LoweredClient(schemas: "A: {}", paths: "{/a: {get: {operationId: o}}}") {
                $0.names.settings = [.init(kind, path, .member(Words("x")), at: nil)]
            }
            #expect(lowered.diagnostics.map(\.severity) == [.error], "\(path): \(lowered.printed)")
        }
    }

    @Test("a configured name takes precedence over an identical spelling")
    func chosenFirst() throws {
        let lowered = try LoweredClient(
            schemas: "A: {properties: {c-d: {}, cD: {}}}",
            paths: "{/a: {get: {operationId: get_it}}, /b: {get: {operationId: getIt}}}"
        ) { options in
            options.names.settings = [(.operations, "get_it", "getIt"), (.properties, "A.c-d", "cD")]
                .compactMap { kind, path, name in Identifier(name).map { .init(kind, path, $0, at: nil) } }
        }
        let methods = lowered.client.apis.flatMap(\.methods)
        #expect(methods.first { $0.operation == "get_it" }?.name.text == "getIt")
        #expect(lowered.outlines["A"]?.contains("cD: json") == true, "\(lowered.outlines)")
        #expect(!lowered.diagnostics.contains { $0.severity == .error })
    }
}
