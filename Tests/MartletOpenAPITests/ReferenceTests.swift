import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

@Suite("References")
struct ReferenceTests {
    private static func document(_ schema: String, version: String = "3.1.0") -> String {
        """
        openapi: \(version)
        info: {title: T, version: '1'}
        paths:
          /a~b/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: integer, title: found}}]
              responses: {'200': {description: d, headers: {H: {schema: {$ref: '#/components/schemas/A'}}}}}
        components:
          schemas:
            A: {$ref: 1️⃣'\(schema)'}
            B: {title: found, type: object, properties: {p: {title: found}}, $defs: {d: {title: found}}, $id: 'https://h.example/b'}
            a/b~c: {title: found}
            d e: {title: found, $anchor: place}
            L: {oneOf: [{title: other}, {title: found}]}
          x-schemas: {x: {title: found}}
        """
    }

    private static let files = [
        "one.yaml": "title: found\nitems: {$ref: 'sub/two.json#/x'}",
        "sub/two.json":
            #"{"x": {"title": "found", "items": {"$ref": "../one.yaml"}}, "y": {"$ref": "../api.yaml#/components/schemas/B"}}"#,
        "with space.yaml": "title: found", "broken.yaml": "a: [",
    ]

    @Test(
        "a reference finds its target",
        arguments: [
            "#/components/schemas/B", "#/components/schemas/a~1b~0c", "#/components/schemas/d%20e",
            "#/components/schemas/B/properties/p", "#/components/schemas/B/$defs/d", "#/components/schemas/L/oneOf/1",
            "#/paths/~1a~0b~1%7Bid%7D/get/parameters/0/schema", "#place", "https://h.example/b",
            "https://h.example/b#/properties/p", "one.yaml", "one.yaml#", "./one.yaml", "sub/../one.yaml",
            "#/components/x-schemas/x", "sub/two.json#/x", "sub/two.json#/y", "with%20space.yaml",
            "sub/../api.yaml#/components/schemas/B",
        ]
    )
    func found(reference: String) throws {
        let read = try ReadDocument(MarkedText(Self.document(reference)).text, files: Self.files)
        #expect(read.diagnostics.isEmpty, "\(read.printed)")
        let schemas = try #require(read.document?.schemas)
        let named = try #require(schemas.named.first { $0.names[0] == "A" })
        let target = schemas[named.id].reference == nil ? named.id : try #require(schemas.target(of: named.id))
        #expect(schemas[schemas.resolved(target)].title == "found")
    }

    @Test(
        "a reference without a target is an error at its position",
        arguments: [
            ("#/components/schemas/C", "does not exist"), ("#/components/schemas/L/oneOf/01", "does not exist"),
            ("#/components/schemas/L/oneOf/-", "does not exist"),
            ("#/components/schemas/L/oneOf/2", "does not exist"),
            ("#nowhere", "does not exist"), ("none.yaml", "there is no file"), ("broken.yaml", "can't be read"),
            ("one.yaml#/none", "does not exist"), ("http://127.0.0.1:1/x#/a", "never fetches"),
            ("https://h.example/other", "never fetches"), ("//h/x", "never fetches"),
            ("file:///etc/passwd", "never fetches"),
            ("/etc/passwd", "relative path"), (#"\\host\share"#, "relative path"), ("#/a%zz", "not a valid URI"),
            ("..%2f..%2fetc/passwd", "there is no file"), ("#/components/schemas/A", "is circular"),
        ]
    )
    func lost(reference: String, part: String) throws {
        let marked = MarkedText(Self.document(reference))
        let read = try ReadDocument(marked.text, files: Self.files)
        let errors = read.diagnostics.filter { $0.severity == .error && $0.location?.path == "api.yaml" }
        #expect(errors.map { $0.location?.position } == [marked["1️⃣"]], "\(read.printed)")
        #expect(errors.allSatisfy { $0.message.text.contains(part) }, "\(read.printed)")
    }

    @Test("fields beside a reference are ignored up to 3.0, with a warning, and apply since 3.1")
    func siblings() throws {
        let text = "\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B', description: mine}, B: {}}}"
        let old = try ReadDocument("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}" + text)
        #expect(old.diagnostics.map(\.message) == [.referenceSibling("description")])
        #expect(old.schema("A")?.description == nil)
        let new = try ReadDocument("openapi: 3.1.0\ninfo: {title: T, version: '1'}" + text)
        #expect(new.diagnostics.isEmpty)
        #expect(new.schema("A")?.description == "mine")
    }

    @Test("responses, parameters and path items can be in other files, and references can override descriptions")
    func objects() throws {
        let read = try ReadDocument(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {$ref: 'paths.yaml#/a'}
              /b: {get: {$ref: 'paths.yaml#/operation'}}
            """,
            files: [
                "paths.yaml": """
                a: {get: {parameters: [{$ref: '#/q'}], responses: {'200': {$ref: '#/r', description: better}}}}
                q: {name: q, in: query, schema: {type: string}}
                r: {description: plain}
                operation: {responses: {'204': {description: d}}}
                """
            ]
        )
        let operations = try #require(read.document?.operations)
        #expect(operations.map { $0.path.text } == ["/a", "/b"])
        #expect(operations[0].parameters.map(\.name) == ["q"])
        #expect(operations[0].operation.responses.map(\.response.description) == ["better"])
        #expect(read.diagnostics.map(\.message) == [.unexpectedReference])
    }

    @Test("circular references of callbacks are reported")
    func circle() throws {
        let read = try ReadDocument(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {/a: {post: {responses: {'200': {description: d}}, callbacks: {c: {$ref: '#/components/callbacks/C'}}}}}
            components:
              callbacks: {C: {'{$url}': {post: {responses: {'200': {description: d}}, callbacks: {c: {$ref: '#/components/callbacks/C'}}}}}}
            """
        )
        #expect(read.document?.operations.count == 1)
        #expect(read.diagnostics.map(\.severity) == [.warning])
    }

    @Test(
        "schemas in other files are named after their pointer and file, and a component gives its name to its target"
    )
    func names() throws {
        let read = try ReadDocument(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas:
                Pet: {$ref: 'models/pet.yaml'}
                Owner: {properties: {pet: {$ref: 'models/pet.yaml'}, home: {$ref: 'models/common.yaml#/definitions/home'}}}
            """,
            files: [
                "models/pet.yaml": "{title: pet, properties: {tag: {$ref: 'tag.yaml'}}}",
                "models/tag.yaml": "{title: tag}", "models/common.yaml": "{definitions: {home: {title: home}}}",
            ]
        )
        #expect(read.diagnostics.isEmpty, "\(read.printed)")
        let named = try #require(read.document?.schemas.named)
        #expect(named.map { $0.names[0] } == ["Pet", "Owner", "home", "tag"])
        #expect(named.map(\.isComponent) == [true, true, false, false])
        #expect(named[2].names == ["home", "common home", "models common home"])
    }

    @Test("a pointer through other references is followed with a warning, unless these are circular")
    func through() throws {
        let read = try ReadDocument(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {/a: {get: {responses: {'204': {description: d}}}}}
            components:
              schemas:
                A: {$ref: '#/components/schemas/B/allOf/0/properties/k'}
                B: {allOf: [{$ref: '#/components/schemas/C'}]}
                C: {$ref: '#/components/schemas/D'}
                D: {properties: {k: {title: found}}}
                E: {items: {$ref: '#/components/schemas/E/items/x'}}
                F: {$ref: '#/components/schemas/G/x'}
                G: {$ref: '#/components/schemas/H'}
                H: {$ref: '#/components/schemas/G'}
            """
        )
        let schemas = try #require(read.document?.schemas)
        let named = try #require(schemas.named.first { $0.names[0] == "A" })
        #expect(schemas[schemas.resolved(named.id)].title == "found")
        #expect(read.printed.contains { $0.contains("6:15: warning: this reference leads through another") })
        #expect(read.diagnostics.count { $0.message.text.contains("does not exist") } == 2, "\(read.printed)")
    }

    @Test(
        "a pointer from the root of its own schema, which ASP.NET writes, is followed with a warning",
        arguments: ["#/properties/left", "#/components/schemas/#/properties/left"]
    )
    func relative(reference: String) throws {
        let marked = MarkedText(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas:
                Twig: {properties: {left: {title: found, properties: {next: {$ref: 1️⃣'\(reference)'}}}}}
            """
        )
        let read = try ReadDocument(marked.text)
        let schemas = try #require(read.document?.schemas)
        let left = schemas[try #require(read.schema("Twig")).properties[0].value]
        #expect(schemas[schemas.resolved(left.properties[0].value)].title == "found")
        #expect(
            read.diagnostics == [
                .warning(
                    .relativeToSchema(SpecText(reference)),
                    at: marked["1️⃣"].map { Location(path: "api.yaml", position: $0) })
            ])
    }

    @Test("a file is one file however its path is written, and its schemas have one name each")
    func oneFile() throws {
        let read = try ReadDocument(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas:
                A: {properties: {a: {$ref: x.yaml#/p}, b: {$ref: ./x.yaml#/p}, c: {$ref: sub/../x.yaml#/p}, d: {$ref: sub/y.yaml#/z}}}
                B: {$ref: ./api.yaml#/components/schemas/A}
            """,
            files: ["x.yaml": "p: {type: object}", "sub/y.yaml": "z: {items: {$ref: ../sub/../x.yaml#/p}}"]
        )
        #expect(read.diagnostics.isEmpty, "\(read.printed)")
        #expect(read.document?.schemas.named.map { $0.names[0] } == ["A", "B", "p", "z"])
    }

    @Test("aliases are copies: each schema that is written as one has its own name")
    func aliases() throws {
        let read = try ReadDocument(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Lamp: &lamp {type: object, properties: {watts: &watts {type: integer}, volts: *watts}}
                Torch: *lamp
            """
        )
        #expect(read.diagnostics.isEmpty, "\(read.printed)")
        let named = try #require(read.document?.schemas.named)
        #expect(named.map { $0.names[0] } == ["Lamp", "Torch"])
        #expect(named[0].id != named[1].id)
    }

    @Test("each reference in a long chain is followed once", arguments: ["schemas", "parameters"])
    func longChain(section: String) throws {
        let count = 10_000
        let chain = (0..<count).map { "    C\($0): {$ref: '#/components/\(section)/C\($0 + 1)'}" }
        let read = try ReadDocument(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {/a: {get: {parameters: [\(section == "schemas" ? "" : "{$ref: '#/components/parameters/C0'}")], responses: {'204': {description: d}}}}}
            components:
              \(section):
            \(chain.joined(separator: "\n"))
                C\(count): {name: found, in: query, schema: {type: string}, title: found}
            """
        )
        if section == "schemas" {
            let schemas = try #require(read.document?.schemas)
            #expect(schemas.named.allSatisfy { schemas[schemas.resolved($0.id)].title == "found" })
        } else {
            #expect(read.document?.operations[0].parameters.map(\.name) == ["found"])
        }
    }

    @Test("files whose paths are only canonically equivalent in Unicode are two files")
    func twins() throws {
        let read = try ReadDocument(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas: {A: {$ref: "caf\u{E9}.yaml#/A"}, B: {$ref: "cafe\u{301}.yaml#/A"}}
            """,
            files: ["caf\u{E9}.yaml": "A: {type: string}"]
        )
        #expect(read.diagnostics.map(\.severity) == [.error])
    }

    @Test("a slash with a combining mark after it is still a slash")
    func combining() throws {
        let read = try ReadDocument(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components: {schemas: {A: {$ref: "a/../\u{301}b.yaml#/A"}}}
            """,
            files: ["\u{301}b.yaml": "A: {type: string}"]
        )
        #expect(read.printed == [])
    }
}
