import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

@Suite("Documents")
struct DecodingTests {
    private static func paths(_ text: String) -> String {
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  \(text)"
    }

    private static let ok = "responses: {'204': {description: d}}"
    private static let id = "{name: id, in: path, required: true, schema: {type: string}}"

    /// Documents with one fault at 1️⃣, with the expected message.
    static let faults: [(String, Diagnostic.Message)] = [
        (paths("/a: {1️⃣fetch: {}}"), .unknownField("fetch", of: "Path Item Object")),
        (paths("/a: {1️⃣gte: {}}"), .misspelledField("gte", of: "Path Item Object", "get")),
        (paths("/a: {get: {\(ok), 1️⃣sumary: s}}"), .misspelledField("sumary", of: "Operation Object", "summary")),
        (
            paths("{}\ncomponents: {schemas: {A: {type: object, 1️⃣proprties: {}}}}"),
            .misspelledField("proprties", of: "Schema Object", "properties")
        ),
        (
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {1️⃣requried: [a], odd: 1}}}",
            .misspelledField("requried", of: "Schema Object", "required")
        ),
        (
            "openapi: 1️⃣3.1\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {odd: 1}}}",
            .shortVersion("3.1")
        ),
        (paths("/a: {get: 1️⃣{}}"), .missingField("responses", of: "Operation Object")),
        (
            paths("/a: {get: {\(ok), parameters: [1️⃣{in: query, schema: {}}]}}"),
            .missingField("name", of: "Parameter Object")
        ),
        (
            paths("/a: {get: {\(ok), parameters: [1️⃣{name: q, in: query}]}}"),
            .missingField("schema", of: "Parameter Object")
        ),
        (paths("/a: {get: {\(ok), parameters: [{name: q, in: 1️⃣body, schema: {}}]}}"), .unknownPlace("body")),
        (paths("/a: {get: {\(ok), deprecated: 1️⃣'yes'}}"), .expected("true or false", not: "\"yes\"")),
        (paths("/a: {get: {\(ok), tags: 1️⃣x}}"), .expected("a sequence", not: "\"x\"", hint: "put it in brackets")),
        (paths("/a: {get: {\(ok), summary: 1️⃣[x]}}"), .expected("text", not: "a sequence")),
        (paths("/a: {get: {responses: {1️⃣20: {description: d}}}}"), .unknownStatus("20")),
        (paths("/a/{id}: {1️⃣get: {\(ok)}}"), .undeclaredInPath("id")),
        (paths("/a: {get: {\(ok), parameters: [1️⃣\(id)]}}"), .notInPath("id")),
        (
            paths("/{id}: {get: {\(ok), parameters: [1️⃣{name: id, in: path, schema: {type: string}}]}}"),
            .optionalInPath("id")
        ),
        (paths("/a: {get: {\(ok), parameters: [1️⃣{name: 'a b', in: header, schema: {}}]}}"), .headerLeftOut("a b")),
        (
            paths("/a: {get: {\(ok), parameters: [1️⃣{name: 'a b', in: header, required: true, schema: {}}]}}"),
            .illegalHeader("a b")
        ),
        (paths("/a: {get: {responses: {1️⃣4xx: {description: d}}}}"), .lowercaseRange("4xx")),
        (paths("/a: {get: {responses: {204: {description: d}, 1️⃣description: d}}}"), .misplacedField("description")),
        (paths("/a: {get: {\(ok)}}\n  1️⃣title: T"), .misplacedField("title")),
        (
            paths("{}\ncomponents: {schemas: {A: {properties: {1️⃣description: text, a: {}}}}}"),
            .misplacedField("description")
        ),
        (
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {properties: {a: {nullable: 1️⃣true}, b: {nullable: true}}}}}",
            .outdatedNullable
        ),
        (
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {anyOf: [{type: string}, {$ref: 1️⃣null}]}}}",
            .nullReference
        ),
        (
            paths(
                "/a: {get: {\(ok), parameters: [{name: q, in: query, schema: {}}, 1️⃣{name: q, in: query, schema: {}}]}}"
            ),
            .repeatedParameter("q", Location(path: "api.yaml", position: Position(line: 4, column: 66)))
        ),
        (
            paths(
                "/a: {get: {\(ok), parameters: [{name: q, in: query, schema: {type: string, maxLength: 3}}, 1️⃣{name: q, in: query, description: d, schema: {type: string}}]}}"
            ),
            .repeatedParameter("q", Location(path: "api.yaml", position: Position(line: 4, column: 66)))
        ),
        (
            paths(
                "/a: {get: {\(ok), parameters: [{name: q, in: query, schema: {type: string}}, 1️⃣{name: q, in: query, schema: {type: integer}}]}}"
            ),
            .differentParameter("q", Location(path: "api.yaml", position: Position(line: 4, column: 66)))
        ),
        (
            paths(
                "/a/{id}: {get: {\(ok), parameters: [\(id)]}}\n  /a/{x}: {1️⃣get: {\(ok), parameters: [{name: x, in: path, required: true, schema: {}}]}}"
            ),
            .samePath("/a/{x}", "/a/{id}")
        ),
        (paths("/a: {get: {\(ok), security: [1️⃣{none: []}]}}"), .unknownScheme("none", instead: [])),
        (
            paths("/a: {get: {responses: {'200': {$ref: 1️⃣'#/components/responses/No'}}}}"),
            .missingTarget("#/components/responses/No")
        ),
        (
            paths("/a: {get: {responses: {'200': {$ref: 1️⃣'#/components/schemas/No'}}}}"),
            .missingTarget("#/components/schemas/No")
        ),
        (paths("/a: {get: {responses: {'200': {$ref: 1️⃣'//h/x'}}}}"), .remoteReference),
        (
            paths("/a: {get: {responses: {'200': {$ref: 1️⃣'/etc/passwd'}}}}"),
            .forbiddenFile("/etc/passwd")
        ),
        (
            "\(paths("/a: {get: {responses: {'200': {$ref: 1️⃣'#/components/schemas/A'}}}}"))\ncomponents: {schemas: {A: {}}}",
            .wrongSection("#/components/schemas/A", "responses")
        ),
        (
            paths("/a: {get: {responses: {'200': {$ref: 1️⃣'#/components/responses/%zz'}}}}"),
            .brokenReference("#/components/responses/%zz")
        ),
        (
            "openapi: 3.0.3\ninfo: {title: T, version: '1', 1️⃣vrsion: 2}\npaths: {}",
            .unknownField("vrsion", of: "Info Object")
        ),
    ]

    @Test("a problem is reported once, at its position", arguments: faults.indices)
    func fault(index: Int) throws {
        let (marked, message) = Self.faults[index]
        let document = MarkedText(marked)
        let reported = try ReadDocument(document.text).diagnostics
        let found = reported.filter { $0.message == message }
        #expect(found.map { $0.location?.position } == [document["1️⃣"]], "\(reported.map(\.description))")
    }

    @Test("a misspelled field is an error, unless it is documentation or another object's field")
    func misspelled() throws {
        let schemas = "A: {proprties: {}}, B: {desciption: d}, C: {responses: 1}, D: {colour: 1}"
        let reported = try ReadDocument(Self.paths("{}\ncomponents: {schemas: {\(schemas)}}")).diagnostics
        #expect(reported.map(\.severity) == [.error, .warning, .warning, .warning])
        let free = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {\(schemas)}}"
        #expect(try ReadDocument(free).diagnostics.map(\.severity) == [.error, .warning])
    }

    @Test("an operation whose parameter is declared twice, to be sent in two ways, is left out")
    func conflictingParameters() throws {
        let second = [
            "{name: q, in: query, schema: {type: array, items: {type: string}}}",
            "{name: q, in: query, explode: false, schema: {type: string}}", "{name: q, in: query, content: {a/b: {}}}",
        ]
        for parameter in second {
            let reported = try ReadDocument(
                Self.paths(
                    "/a: {get: {\(Self.ok), parameters: [{name: q, in: query, schema: {type: string}}, \(parameter)]}}\n"
                        + "  /b: {get: {\(Self.ok)}}"
                )
            ).diagnostics
            let first = Location(path: "api.yaml", position: Position(line: 4, column: 66))
            let texts = reported.map(\.message.text)
            #expect(texts.contains(Diagnostic.Message.conflictingParameter("q", first).text), "\(texts)")
            #expect(texts.contains { $0.contains("GET /a") && $0.hasSuffix("left out of the client") }, "\(texts)")
            #expect(reported.count == 2 && reported.allSatisfy { $0.severity == .warning })
        }
    }

    @Test("a valid document with extensions and constraints is read without diagnostics")
    func sound() throws {
        let text = """
            openapi: 3.0.3
            x-any: [1]
            info: {title: T, version: 1.10, x-logo: {}, license: {name: MIT}}
            servers: [{url: "https://a.example"}]
            paths:
              x-path: 1
              /a~b/{id}:
                summary: s
                parameters: [{$ref: "#/components/parameters/Id"}]
                get: {operationId: a, \(Self.ok)}
                put: {operationId: b, parameters: [\(Self.id)], \(Self.ok)}
            components:
              parameters: {Id: \(Self.id)}
              schemas:
                a/b~c: {type: string, maxLength: 3, pattern: "(a+)+$"}
                d e: {$ref: "#/components/schemas/a~1b~0c"}
                f: {type: array, items: {$ref: "#/components/schemas/d%20e"}, minItems: 1}
            """
        #expect(try ReadDocument(text).diagnostics.isEmpty)
    }

    @Test("fields beside a reference are ignored with a warning")
    func siblings() throws {
        let document = MarkedText(
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {}, B: {$ref: '#/components/schemas/A', 1️⃣description: d}}}"
        )
        let reported = try ReadDocument(document.text).diagnostics
        #expect(reported.map(\.message) == [.referenceSibling("description")])
        #expect(reported.map(\.severity) == [.warning])
        #expect(reported.first?.location?.position == document["1️⃣"])
    }

    @Test("cycles of a graph are found, without nodes that only lead to them")
    func cycles() {
        let groups = CycleFinder.cycles(edges: [[1], [2], [1], [3], [0, 3], []])
        #expect(groups[0] == nil && groups[4] == nil && groups[5] == nil)
        #expect(groups[1] != nil && groups[1] == groups[2])
        #expect(groups[3] != nil && groups[3] != groups[1])
        let ring = (0..<200_000).map { [($0 + 1) % 200_000] }
        #expect(Set(CycleFinder.cycles(edges: ring)).count == 1)
    }
}
