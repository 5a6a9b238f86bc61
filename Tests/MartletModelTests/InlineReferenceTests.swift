import MartletModel
import MartletSource
import Testing

@Suite("References to inline schemas")
struct InlineReferenceTests {
    private static let schemas = """
        Book:
          type: object
          properties:
            author: {type: object, properties: {name: {type: string}, home: {type: object, properties: {n: {type: string}}}}}
            tags: {type: array, items: {type: object, properties: {t: {type: string}}}}
            kind: {oneOf: [{title: Big, type: object, required: [b], properties: {b: {type: string}}}, {type: integer}]}
            mood: {enum: [good, bad]}
            more: {type: object, additionalProperties: {type: object, properties: {m: {type: string}}}}
            short: {type: string, maxLength: 7}
        Whole: {allOf: [{type: object, properties: {part: {type: object, properties: {p: {type: string}}}}}]}
        User:
          type: object
          required: [id, pass]
          properties: {id: {readOnly: true}, pass: {writeOnly: true}, inner: {type: object, required: [k], properties: {k: {readOnly: true}}}}
        """

    private static let paths = """
        {/y: {get: {operationId: find, parameters: [{name: order, in: query, schema: {enum: [asc, desc]}}], responses: {
          '200': {description: d, content: {application/json: {schema: {type: object, properties: {own: {type: object, properties: {n: {type: string}}}}}}}},
          '404': {$ref: '#/components/responses/Missing'}}}},
         /z: {put: {operationId: write, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}},
          responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}}}
        """

    private static let more = """
        components:
          responses:
            Missing: {description: d, content: {application/json: {schema: {type: object, properties: {why: {type: object, properties: {n: {type: string}}}}}}}}
        """

    private static func lowered(_ added: String, paths: String = "") throws -> LoweredClient {
        let lines = "\(added)\n\(schemas)".split(separator: "\n").map { "    \($0)\n" }.joined()
        return try LoweredClient(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths: \(Self.paths)\(paths)}
            \(more)
              schemas:
            \(lines)
            """)
    }

    /// A pointer, and the type of a property that refers to it.
    static let pointers: [(pointer: String, type: String)] = [
        ("components/schemas/Book/properties/author", "Book.Author"),
        ("components/schemas/Book/properties/author/properties/home", "Book.Author.Home"),
        ("components/schemas/Book/properties/tags", "[Book.Tag]"),
        ("components/schemas/Book/properties/tags/items", "Book.Tag"),
        ("components/schemas/Book/properties/kind", "Book.Kind"),
        ("components/schemas/Book/properties/kind/oneOf/0", "Book.Kind.Big"),
        ("components/schemas/Book/properties/kind/oneOf/1", "int64"),
        ("components/schemas/Book/properties/mood", "Book.Mood"),
        ("components/schemas/Book/properties/more", "[String: Book.MoreItem]"),
        ("components/schemas/Book/properties/short", "string"),
        ("components/schemas/Whole/allOf/0/properties/part", "Whole.Part"),
        ("components/schemas/Whole/allOf/0", "Whole0"),
        ("components/schemas/User/properties/inner", "User.Inner"),
        ("components/responses/Missing/content/application~1json/schema", "MissingError"),
        ("components/responses/Missing/content/application~1json/schema/properties/why", "MissingError.Why"),
        ("paths/~1y/get/responses/200/content/application~1json/schema", "FindResponse"),
        ("paths/~1y/get/responses/200/content/application~1json/schema/properties/own", "FindResponse.Own"),
        ("paths/~1y/get/parameters/0/schema", "FindOrder"),
    ]

    @Test("a reference renames nothing, and names a type by its path", arguments: pointers)
    func pointer(pointer: String, type: String) throws {
        let before = try Self.lowered("")
        let reference = "{$ref: '#/\(pointer)'}"
        // Before and behind the place in the document, in a component and in an operation.
        for name in ["A", "Z"] {
            let after = try Self.lowered("\(name): {type: object, properties: {p: \(reference)}}")
            for (name, outline) in before.outlines { #expect(after.outlines[name] == outline) }
            #expect(after.outlines[name] == "struct \(name) { p: \(type)? }")
            #expect(after.printed == before.printed)
        }
        let response = "{'200': {description: d, content: {application/json: {schema: \(reference)}}}}"
        let after = try Self.lowered("", paths: ", /a: {get: {operationId: again, responses: \(response)}}")
        for (name, outline) in before.outlines { #expect(after.outlines[name] == outline) }
        let method = after.client.apis.flatMap(\.methods).first { $0.name.text == "again" }
        #expect(method?.result.outline == type)
    }

    @Test("an alias of an inline schema is one, and what extends one has its inner types")
    func extended() throws {
        let author = "{$ref: '#/components/schemas/Book/properties/author'}"
        let found = "{$ref: '#/paths/~1y/get/responses/200/content/application~1json/schema'}"
        let lowered = try Self.lowered(
            "Alias: \(author)\nMore: {allOf: [\(author), {properties: {x: {type: string}}}]}",
            paths: """
                , /a: {get: {operationId: again, responses: {'200': {description: d, content: {application/json: {schema: {allOf: [\(found), {properties: {x: {type: string}}}]}}}}}}}
                """)
        #expect(lowered.outlines["Alias"] == "Alias = Book.Author")
        #expect(lowered.outlines["More"] == "struct More { name: string?, home: Book.Author.Home?, x: string? }")
        #expect(lowered.outlines["AgainResponse"] == "struct AgainResponse { own: FindResponse.Own?, x: string? }")
    }

    /// A reference to an inline schema of another file, and the type of the property that refers to it.
    static let foreign: [(reference: String, type: String)] = [
        ("common.yaml#/components/schemas/Author/properties/home", "Author.Home"),
        ("common.yaml#/components/schemas/Author/properties/home/properties/kind", "Author.Home.Kind"),
        ("common.yaml#/components/schemas/Author/properties/pets/items", "Author.Pet"),
        ("common.yaml#/components/schemas/Author/properties/short", "string"),
        ("common.yaml#/definitions/Old/properties/part", "Old.Part"),
        ("shop.yaml#/properties/owner", "Shop.Owner"), ("shop.yaml#/$defs/Shelf/properties/size", "Shelf.Size"),
    ]

    @Test("the name of an inline schema of another file doesn't depend on other references", arguments: foreign)
    func otherFile(reference: String, type: String) throws {
        func found(_ added: String...) throws -> String {
            let files = [
                "common.yaml": """
                components:
                  schemas:
                    Author:
                      properties:
                        home: {properties: {kind: {enum: [x, y]}}}
                        pets: {type: array, items: {properties: {name: {type: string}}}}
                        short: {type: string}
                definitions: {Old: {properties: {part: {properties: {n: {type: string}}}}}}
                """,
                "shop.yaml": """
                properties: {owner: {properties: {name: {type: string}}}}
                $defs: {Shelf: {properties: {size: {enum: [s, l]}}}}
                """,
            ]
            let parts = ([reference] + added).enumerated().map { "p\($0): {$ref: '\($1)'}" }
            let lowered = try LoweredClient(
                """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths: {/a: {get: {operationId: o, responses: {'200': {description: d, content: {application/json: {
                  schema: {$ref: '#/components/schemas/X'}}}}}}}}
                components: {schemas: {X: {properties: {\(parts.joined(separator: ", "))}}}}
                """, files: files)
            #expect(lowered.printed.isEmpty, "\(lowered.printed)")
            return lowered.outlines["X"] ?? ""
        }
        let whole = ["common.yaml#/components/schemas/Author", "common.yaml#/definitions/Old", "shop.yaml"]
        #expect(try found() == "struct X { p0: \(type)? }")
        #expect(try found(whole[0], whole[1], whole[2]).hasPrefix("struct X { p0: \(type)?, "))
    }

    @Test("a schema that moves to another file keeps its type and its name")
    func moved() throws {
        func outlines(_ book: String) throws -> [String: String] {
            let schema =
                "{properties: {author: {properties: {n: {type: string}}}, more: {type: array, items: {$ref: '#'}}}}"
            return try LoweredClient(
                """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths: {}
                components:
                  schemas:
                    Shop: {properties: {best: {$ref: '#/components/schemas/Book'}, all: {type: array, items: {$ref: '#/components/schemas/Book'}},
                      some: {allOf: [{$ref: '#/components/schemas/Book'}]}}}
                    Book: \(book)
                """,
                files: [
                    "book.yaml": schema,
                    "common.yaml":
                        "components: {schemas: {Book: \(schema.replacing("'#'", with: "'#/components/schemas/Book'"))}}",
                ]
            ).outlines
        }
        let inner =
            "{properties: {author: {properties: {n: {type: string}}}, more: {type: array, items: {$ref: '#/components/schemas/Book'}}}}"
        let before = try outlines(inner)
        #expect(before["Shop"] == "struct Shop { best: Book?, all: [Book]?, some: Book? }")
        for reference in ["book.yaml", "common.yaml#/components/schemas/Book"] {
            #expect(try outlines("{$ref: '\(reference)'}") == before)
        }
    }

    @Test("what no place declares alone is declared where it is needed")
    func merged() throws {
        let parts = ["a", "b"].map { "{properties: {p: {type: object, properties: {\($0): {type: string}}}}}" }
        let lowered = try LoweredClient(
            schemas: """
                N: {allOf: [\(parts.joined(separator: ", "))]}
                M: {allOf: [{$ref: '#/components/schemas/N/allOf/0'}, {properties: {x: {type: string}}}]}
                """)
        #expect(lowered.outlines["N"] == "struct N { p: N.P?, struct P { a: string?, b: string? } }")
        #expect(lowered.outlines["M"] == "struct M { p: M.P?, x: string?, struct P { a: string? } }")
    }

    @Test("inline schemas may refer to each other and to themselves, whichever comes first")
    func cycles() throws {
        let schemas = [
            "A: {type: object, properties: {x: {type: object, properties: {y: {$ref: '#/components/schemas/B/properties/y'}}}}}",
            "B: {type: object, properties: {y: {type: object, properties: {x: {$ref: '#/components/schemas/A/properties/x'}}}}}",
            "C: {type: object, properties: {all: {type: array, items: {type: object, properties: {all: {$ref: '#/components/schemas/C/properties/all'}}}}}}",
            "D: {type: object, properties: {tree: {type: array, items: {$ref: '#/components/schemas/D/properties/tree'}}}}",
        ]
        let first = try LoweredClient(schemas: schemas.joined(separator: "\n"))
        #expect(first.outlines["B"] == "struct B { y: B.Y?, struct Y { @x: A.X? } }", "\(first.outlines)")
        #expect(first.outlines["C"] == "struct C { all: [C.AllItem]?, struct AllItem { all: [C.AllItem]? } }")
        #expect(first.printed.filter { $0.contains("contains nothing but itself") }.count == 1, "\(first.printed)")
        let second = try LoweredClient(schemas: schemas.reversed().joined(separator: "\n"))
        #expect(first.outlines == second.outlines)
    }

    @Test("what requests and responses share has what both need")
    func directions() throws {
        let schema = "{$ref: '#/paths/~1y/get/responses/200/content/application~1json/schema'}"
        let inner = "{$ref: '#/components/schemas/User/properties/inner'}"
        let lowered = try Self.lowered(
            "",
            paths: """
                , /a: {put: {operationId: send, requestBody: {content: {application/json: {schema: \(schema)}}}, responses: {'204': {description: d}}}},
                /b: {put: {operationId: deep, requestBody: {content: {application/json: {schema: \(inner)}}}, responses: {'204': {description: d}}}}
                """)
        let bodies = lowered.client.apis.flatMap(\.methods).flatMap(\.arguments).map(\.type.outline)
        #expect(bodies.contains("FindResponse") && bodies.contains("UserRequest.Inner"), "\(bodies)")
    }
}
