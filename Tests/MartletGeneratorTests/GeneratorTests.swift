import Foundation
import MartletGenerator
import MartletSource
import MartletTestSupport
import Testing

@Suite("Generator")
struct GeneratorTests {
    /// Documents that are not usable, with the place of the fault as 1️⃣ and a part of what is said there.
    static let broken: [(String, String)] = [
        ("1️⃣", "empty"),
        ("1️⃣hello", "expected a mapping"),
        ("1️⃣- a", "expected a mapping"),
        ("1️⃣info: {}", "not an OpenAPI document"),
        ("swagger: 1️⃣'2.0'\ninfo: {}", "not supported yet"),
        ("openapi: 1️⃣3.0\ninfo: {}", "three parts"),
        ("openapi: 1️⃣4.0.0", "not supported yet"),
        ("openapi: 3.0.3\ninfo: 1️⃣5", "Info Object"),
        ("1️⃣openapi: 3.0.3", "info"),
        ("openapi: 3.0.3\ninfo: 1️⃣{version: '1'}\npaths: {}", "title"),
        ("1️⃣openapi: 3.0.3\ninfo: {title: T, version: '1'}", "paths"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: 1️⃣[]", "expected a mapping"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n1️⃣paths: {}", "duplicate key"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  1️⃣a: {}", "slash"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  1️⃣/a{: {}", "braces"),
        ("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  1️⃣/a b: {}", "percent-encode"),
        (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a/{x}:\n    1️⃣get: {responses: {'200': {description: d}}}",
            "not declared"
        ),
        (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: {responses: {1️⃣ok: {description: d}}}",
            "response's key"
        ),
        (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: {responses: {'200': {$ref: 1️⃣'http://h/x'}}}",
            "never fetches"
        ),
        (Generation.document(schemas: "A: {$ref: 1️⃣'#/components/schemas/B'}"), "has no"),
        (Generation.document(schemas: "A: {$ref: 1️⃣'#/components/schemas/A'}"), "leads back"),
        (Generation.document(schemas: "A: {$ref: 1️⃣'other.yaml#/A'}"), "another file"),
        (Generation.document(schemas: "A: {type: 1️⃣text}"), "type is"),
        (Generation.document(schemas: "A: 1️⃣{type: string, enum: []}"), "at least one"),
        (Generation.document(schemas: "A: {type: string, enum: [1️⃣1]}"), "quotes"),
    ]

    @Test("a faulty document is an error at its place and makes no file", arguments: broken)
    func faults(marked: String, part: String) throws {
        let document = MarkedText(marked)
        let generation = try Generation(document.text)
        #expect(generation.files.isEmpty)
        let errors = generation.diagnostics.filter { $0.severity == .error }
        let place = document["1️⃣"]
        #expect(
            errors.contains { $0.location?.position == place && $0.message.text.contains(part) },
            "\(generation.printed)"
        )
    }

    /// What is not supported yet: where, and what is said.
    static let unsupported: [(String, String)] = [
        (
            "A: {1️⃣oneOf: [{type: string}]}",
            "\"oneOf\" in a Schema Object is not supported yet; the value is a JSONValue"
        ),
        ("A: 1️⃣{type: string, format: date-time}", "\"date-time\""),
        ("A: {type: object, properties: {1️⃣b: {type: string, nullable: true}}}", "nullable"),
        ("A: {type: object, properties: {b: {$ref: 1️⃣'#/components/schemas/A'}}}", "holds one of its own kind"),
        ("A: {type: array, items: {$ref: 1️⃣'#/components/schemas/A'}}", "holds one of its own kind"),
        ("A: 1️⃣{type: integer, enum: [1, 2]}", "enum of other values"),
        ("A: 1️⃣{type: object, properties: {b: {}}, additionalProperties: true}", "beside properties"),
        ("A: {type: string, 1️⃣colour: red}", "\"colour\" is not a field of the Schema Object"),
    ]

    @Test("what is not supported is a warning at its place, and the client is made", arguments: unsupported)
    func warnings(marked: String, part: String) throws {
        let document = MarkedText(Generation.document(schemas: marked))
        let generation = try Generation(document.text)
        #expect(!generation.files.isEmpty)
        let place = document["1️⃣"]
        #expect(
            generation.diagnostics.contains { $0.location?.position == place && $0.message.text.contains(part) },
            "\(generation.printed)"
        )
    }

    @Test("text of a document can't forge a diagnostic")
    func forgery() throws {
        let generation = try Generation(
            "openapi: 3.0.3\ninfo: {title: T, version: '1', \"x\\n/a.swift:1:1: error: no\\e[2J\": 1}\npaths: {}"
        )
        let printed = try #require(generation.printed.first)
        #expect(generation.printed.count == 1)
        #expect(!printed.contains("\n") && !printed.contains("\u{1B}"))
        #expect(printed.hasPrefix("api.yaml:2:"))
    }

    @Test("hostile text in every place makes code that still compiles and runs nothing")
    func hostile() throws {
        let evil = #"x \"*/ \\(pwn()) \n\r\npwn()\u0085\u2028 /* ` $0 \u202E \u0600\""#
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
                !text.unicodeScalars.contains { ["\u{202E}", "\u{2028}", "\u{85}", "\r"].contains($0) },
                "\(file.path)"
            )
            try folder.write(text, to: file.path)
            if file.path.hasSuffix(".swift") { sources.append(folder.path(file.path)) }
        }
        #expect(TemporaryFolder.files(below: folder.url) == generation.files.map(\.path).sorted())
        try folder.write("", to: "log")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let modules = Repository.products.appendingPathComponent("Modules").path
        process.arguments =
            ["swiftc", "-typecheck", "-swift-version", "6", "-module-name", "TestAPI", "-I", modules] + sources
        process.standardError = try FileHandle(forWritingTo: folder.url.appendingPathComponent("log"))
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(folder.text(of: "log") ?? "")")
        #expect(folder.text(of: "log") == "")
    }

    @Test("the same document makes the same bytes, in YAML and in JSON")
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
        #expect(first == (try Generation(json, path: "api.json").files))
    }

    @Test("fixed file names don't depend on the document, and another schema moves none to another file")
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
