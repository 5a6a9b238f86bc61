import Foundation
import MartletGenerator
import MartletSource
import MartletTestSupport
import Testing

@Suite("Generator")
struct GeneratorTests {
    /// Invalid documents, with the position of the fault as 1️⃣ and a part of the message.
    static let broken: [(String, String)] = [
        ("1️⃣", "empty"),
        ("1️⃣hello", "expected a mapping"),
        ("1️⃣- a", "expected a mapping"),
        ("1️⃣info: {}", "not an OpenAPI document"),
        ("swagger: 1️⃣'1.2'\ninfo: {}", "not supported"),
        ("openapi: 1️⃣4.0.0", "not supported"),
        ("openapi: 3.0.3\ninfo: 1️⃣5", "Info Object"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: 1️⃣[]", "expected a mapping"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n1️⃣paths: {}", "duplicate key"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  1️⃣a: {}", "slash"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  1️⃣/a{: {}", "braces"),
        (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: {responses: {1️⃣ok: {description: d}}}",
            "is not a status"
        ),
        (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: {responses: {'200': {$ref: 1️⃣'http://h/x'}}}",
            "never fetches"
        ),
        (Generation.document(schemas: "A: {$ref: 1️⃣'#/components/schemas/B'}"), "does not exist"),
        (Generation.document(schemas: "A: {$ref: 1️⃣'#/components/schemas/A'}"), "is circular"),
        (Generation.document(schemas: "A: {$ref: 1️⃣'other.yaml#/A'}"), "there is no file"),
        (
            Generation.document(
                schemas: "A: {oneOf: [{type: string}], discriminator: {propertyName: k, mapping: {x: 1️⃣Nowhere}}}"
            ), "no schema \"Nowhere\""
        ),
        (Generation.document(schemas: "A: {type: 1️⃣text}"), "is not a type of a schema; write string"),
    ]

    @Test("names of schemas in other files do not depend on the order of references")
    func foreignNames() throws {
        func names(_ references: [String]) throws -> [String: String] {
            let properties = references.enumerated().map { "p\($0.offset): {$ref: '\($0.element)'}" }
            let generation = try Generation(
                Generation.document(schemas: "Own: {properties: {\(properties.joined(separator: ", "))}}"),
                references: [
                    "kites/parts.yaml": "Tail: {properties: {kite: {type: string}}}",
                    "planes/parts.yaml": "Tail: {properties: {plane: {type: string}}}",
                ]
            )
            return try ["Tail", "PartsTail"].reduce(into: [:]) { names, name in
                let text = try #require(generation.text(of: "Models/\(name).swift"), "\(generation.files.map(\.path))")
                names[name] = text.contains("kite") ? "kite" : "plane"
            }
        }
        let references = ["kites/parts.yaml#/Tail", "planes/parts.yaml#/Tail"]
        #expect(try names(references) == names(references.reversed()))
    }

    @Test("a document with an error is reported at its position and generates no files", arguments: broken.indices)
    func faults(index: Int) throws {
        let (marked, part) = Self.broken[index]
        let document = MarkedText(marked)
        let generation = try Generation(document.text)
        #expect(generation.files.isEmpty == true)
        let errors = generation.diagnostics.filter { $0.severity == .error }
        let place = document["1️⃣"]
        #expect(
            errors.contains { $0.location?.position == place && $0.message.text.contains(part) },
            "\(generation.printed)"
        )
    }

    @Test("brackets are nested only a few levels, because compile time doubles with each level")
    func deepTypes() throws {
        let schema =
            String(repeating: "{type: array, items: ", count: 7) + "{type: string}" + String(repeating: "}", count: 7)
        let text = try Generation(Generation.document(schemas: "Deep: \(schema)")).text(of: "Models/Deep.swift")
        #expect(text?.contains("typealias Deep = Array<Array<[[[[[String]]]]]>>\n") == true)
    }

    /// Mistakes that only cause a warning, with the expected message.
    static let tolerated: [(String, String)] = [
        ("1️⃣openapi: 3.0.3\npaths: {}", "info"),
        ("openapi: 3.0.3\ninfo: 1️⃣{version: '1'}\npaths: {}", "title"),
        ("1️⃣openapi: 3.0.3\ninfo: {title: T, version: '1'}", "paths"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  1️⃣/a b: {}", "percent-encoded"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  1️⃣/a#b: {}", "fragment"),
        (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a/{x}:\n    1️⃣get: {responses: {'200': {description: d}}}",
            "treated as a string"
        ),
        (Generation.document(schemas: "A: {type: string, enum: 1️⃣[]}"), "at least one"),
        (Generation.document(schemas: "A: {type: string, enum: [1️⃣1]}"), "quotes"),
        (Generation.document(schemas: "A: {type: string, enum: [a, 1️⃣a]}"), "twice"),
        (Generation.document(schemas: "A: {type: string, required: 1️⃣true}"), "must be a list of names"),
        (Generation.document(schemas: "A: {type: object, required: [a, 1️⃣a], properties: {a: {}}}"), "twice"),
        (Generation.document(schemas: "A: 1️⃣{type: string, format: xyz}"), "\"xyz\""),
        (
            Generation.document(schemas: "A: {type: string, 1️⃣colour: red}"),
            "\"colour\" is not a field of the Schema Object"
        ),
        (Generation.document(schemas: "A: {type: string, nullable: 1️⃣'true'}"), "without quotes"),
        (Generation.document(schemas: "A: {type: 1️⃣null}"), "in quotes"),
        (Generation.document(schemas: "A: {allOf: [{type: string}, 1️⃣{type: integer}]}"), "any value is accepted"),
        (
            Generation.document(schemas: "A: 1️⃣{oneOf: [{type: string}, {type: integer}], anyOf: [{type: string}]}"),
            "oneOf and anyOf"
        ),
    ]

    @Test("a harmless mistake is a warning at its position", arguments: tolerated.indices)
    func warnings(index: Int) throws {
        let (marked, part) = Self.tolerated[index]
        let document = MarkedText(marked)
        let generation = try Generation(document.text)
        #expect(!generation.files.isEmpty)
        #expect(generation.diagnostics.allSatisfy { $0.severity != .error }, "\(generation.printed)")
        let place = document["1️⃣"]
        #expect(
            generation.diagnostics.contains { $0.location?.position == place && $0.message.text.contains(part) },
            "\(generation.printed)"
        )
    }

    @Test("text of a document cannot forge a diagnostic")
    func forgery() throws {
        let generation = try Generation(
            "openapi: 3.0.3\ninfo: {title: T, version: '1', \"x\\n/a.swift:1:1: error: no\\e[2J\": 1}\npaths: {}"
        )
        let printed = try #require(generation.printed.first)
        #expect(generation.printed.count == 1)
        #expect(!printed.contains("\n") && !printed.contains("\u{1B}"))
        #expect(printed.hasPrefix("api.yaml:2:"))
    }

    @Test("hostile text in every place results in code that compiles and executes nothing")
    func hostile() async throws {
        let evil = #"x \"*/ \\(pwn()) \n\r\npwn()\u0085\u2028\u000B\fpwn() /* ` $0 \u202E \u0600 \e]52;c;aGk=\a<b>|\""#
        let document = """
            openapi: 3.0.3
            info: {title: "\(evil)", version: "\(evil)", description: "\(evil)"}
            servers: [{url: "https://a.example", description: "\(evil)"}]
            tags: [{name: "\(evil)", description: "\(evil)"}]
            security: [{"\(evil)": []}]
            paths:
              /a/{id}:
                get:
                  operationId: "\(evil)"
                  tags: ["\(evil)"]
                  summary: "\(evil)"
                  description: "\(evil)"
                  parameters:
                    - {name: id, in: path, required: true, description: "\(evil)", schema: {type: string}}
                    - {name: "\(evil)", in: query, example: "\(evil)", schema: {type: string, enum: ["\(evil)", "+1", "-1"]}}
                  responses:
                    "200": {description: "\(evil)", content: {application/json: {schema: {$ref: "#/components/schemas/Any"}}}}
            components:
              securitySchemes: {"\(evil)": {type: apiKey, in: header, name: K, description: "\(evil)"}}
              schemas:
                Any: {type: object, required: ["\(evil)"], properties: {"\(evil)": {type: string, description: "\(evil)"}, self: {}, init: {type: integer}, Type: {type: boolean}, _id: {type: string}, id: {type: string}}}
                "\(evil)": {type: string, enum: ["\(evil)", "", "default", "self", "a b", "a-b"], description: "\(evil)"}
            """
        let generation = try Generation(document)
        #expect(!generation.files.isEmpty, "\(generation.printed)")
        let folder = try TemporaryFolder()
        var sources: [String] = []
        for file in generation.files {
            let text = String(decoding: file.contents, as: UTF8.self)
            #expect(
                !text.unicodeScalars.contains { ["\u{202E}", "\u{2028}"].contains($0) || $0.isControl },
                "\(file.path)"
            )
            try folder.write(text, to: file.path)
            if file.path.hasSuffix(".swift") { sources.append(folder.path(file.path)) }
        }
        #expect(TemporaryFolder.files(below: folder.url) == generation.files.map(\.path).sorted())
        let modules = Repository.products.appendingPathComponent("Modules").path
        let compiler = try await ChildProcess.run(
            "/usr/bin/env",
            ["swiftc", "-typecheck", "-swift-version", "6", "-module-name", "TestAPI", "-I", modules] + sources,
            timeout: .seconds(300)
        )
        #expect(compiler.isSuccess)
        #expect(compiler.errors == "")
    }

    @Test("a media type that could leave its comment generates no file")
    func hostileMediaType() throws {
        for type in [#"text/csv\n\tfunc pwn() {}\n//"#, #"text/csv\e[2J\e]52;c;aGk=\a"#, #"text/csv\u2028x"#] {
            let generation = try Generation(
                """
                openapi: 3.0.3
                info: {title: T, version: "1"}
                paths:
                  /x: {get: {responses: {"200": {description: d, content: {application/json: {}, "\(type)": {}}}}}}
                """
            )
            #expect(generation.files.isEmpty)
            #expect(generation.printed.count == 1 && generation.printed[0].hasPrefix("api.yaml:4:82: error: "))
        }
    }

    @Test("names of security schemes and methods stay in their code spans and cells")
    func markdownNames() throws {
        let generation = try Generation(
            """
            openapi: 3.2.0
            info: {title: T, version: "1"}
            paths:
              /x:
                additionalOperations:
                  "A`B|C": {operationId: op, security: [{"a`<img>`|b": []}], responses: {"204": {description: d}}}
            components: {securitySchemes: {"a`<img>`|b": {type: apiKey, in: header, name: K}}}
            """
        )
        let readme = try #require(generation.text(of: "README.md"))
        #expect(readme.contains("`A'B\\|C` `/x`"))
        let credential = #"`configuration.credentials["a\u{60}<img>\u{60}|b"] = Credential {"#
        #expect(readme.contains(credential))
        #expect(
            readme.split(separator: "\n").allSatisfy { $0.filter { $0 == "`" }.count % 2 == 0 || $0.hasPrefix("```") })
    }

    @Test("the name of a parameter stays in its table cell")
    func parameterInCell() throws {
        let generation = try Generation(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            servers: [{url: "https://example.com"}]
            paths:
              /x:
                get:
                  operationId: op
                  tags: [Ops]
                  parameters: [{name: "a|b", in: query, schema: {type: string}}]
                  responses: {"204": {description: ok}}
            """
        )
        let page = try #require(generation.text(of: "docs/OpsApi.md"))
        #expect(page.contains("| `aB` | String | The query parameter `a\\|b`. | optional |"))
    }

    @Test("the client and its webhooks know the names of secret properties, including nested ones")
    func secretProperties() throws {
        let generation = try Generation(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths: {}
            webhooks: {made: {post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}}
            components:
              schemas:
                A: {type: object, properties: {pin: {type: string, format: password}, b: {type: object, properties: {'a"c': \
                  {type: string, format: password}, open: {type: string}}}}}
            """
        )
        let client = try #require(generation.text(of: "TestClient.swift"), "\(generation.files.map(\.path))")
        #expect(client.contains(#"static let secretProperties = ["a\"c", "pin"]"#))
        #expect(client.contains("ApiClient(configuration: configuration, secretProperties: Self.secretProperties)"))
        #expect(client.contains(#"of: "made", secretProperties: TestClient.secretProperties)"#))
    }

    @Test("a method without a summary and a description is documented with its request")
    func undescribedMethod() throws {
        let generation = try Generation(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              /kites/{id}:
                get:
                  tags: [kites]
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {"204": {description: d}}
            """
        )
        let text = try #require(generation.text(of: "APIs/KitesApi.swift"), "\(generation.files.map(\.path))")
        #expect(text.contains("    /// Sends the request `GET` `/kites/{id}`.\n    ///\n    /// - Parameters:"))
    }

    @Test("the same document generates the same bytes, from YAML and from JSON")
    func determinism() throws {
        let yaml = Generation.document(
            schemas: "A: {type: object, properties: {b: {type: string}}}\nC: {type: string, enum: [x]}"
        )
        let json = """
            {"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{
            "A":{"type":"object","properties":{"b":{"type":"string"}}},"C":{"type":"string","enum":["x"]}}}}
            """
        let first = try Generation(yaml).files
        #expect(first == (try Generation(yaml).files))
        // The summary has the document's path.
        let other = try Generation(json, path: "api.json").files.filter { $0.path != DocumentSummary.path }
        #expect(first.filter { $0.path != DocumentSummary.path } == other)
    }

    @Test("file names of the build plugin do not depend on the document, and a new schema moves no other")
    func fixedNames() throws {
        let one = try Generation(
            Generation.document(schemas: "A: {type: string}\nB: {type: string}"),
            layout: .fixedNames
        )
        let two = try Generation(
            Generation.document(schemas: "A: {type: string}\nNew: {type: string}\nB: {type: string}"),
            layout: .fixedNames
        )
        #expect(one.files.map(\.path) == two.files.map(\.path))
        for name in ["A", "B"] {
            let line = "public typealias \(name) = String"
            let places = [one, two].map {
                $0.files.filter { String(decoding: $0.contents, as: UTF8.self).contains(line) }
            }
            #expect(places[0].map(\.path) == places[1].map(\.path))
            #expect(places[0].count == 1)
        }
    }
}

extension Unicode.Scalar {
    /// Whether this is a control character other than the line feed at the end of lines.
    fileprivate var isControl: Bool { self != "\n" && properties.generalCategory == .control }
}
