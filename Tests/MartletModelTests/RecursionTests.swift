import MartletModel
import MartletSource
import Testing

@Suite("Recursion and size")
struct RecursionTests {
    /// Schemas, and the outlines of their declarations.
    static let cycles: [(schemas: String, outlines: [String: String])] = [
        (
            "A: {properties: {next: {$ref: '#/components/schemas/A'}, all: {type: array, items: {$ref: '#/components/schemas/A'}}}}",
            ["A": "struct A { @next: A?, all: [A]? }"]
        ),
        (
            "A: {properties: {b: {$ref: '#/components/schemas/B'}}}\nB: {properties: {a: {$ref: '#/components/schemas/A'}}}",
            ["A": "struct A { b: B? }", "B": "struct B { @a: A? }"]
        ),
        (
            "B: {properties: {a: {$ref: '#/components/schemas/A'}}}\nA: {properties: {b: {$ref: '#/components/schemas/B'}}}",
            ["A": "struct A { b: B? }", "B": "struct B { @a: A? }"]
        ),
        (
            "A: {type: array, items: {$ref: '#/components/schemas/A'}}", ["A": "A([A])"]
        ),
        (
            "A: {$ref: '#/components/schemas/B'}\nB: {additionalProperties: {$ref: '#/components/schemas/A'}}",
            ["A": "A = B", "B": "B([String: A])"]
        ),
        (
            "A: {oneOf: [{type: string}, {title: N, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}]}",
            ["A": "union A { string(string) [value], n(A.N) [value], struct N { @a: A } }"]
        ),
    ]

    @Test("a recursive type is indirect where necessary, regardless of order", arguments: cycles.indices)
    func cycle(index: Int) throws {
        let lowered = try LoweredClient(schemas: Self.cycles[index].schemas)
        #expect(lowered.outlines == Self.cycles[index].outlines, "\(lowered.printed)")
    }

    static let circles: [(schemas: String, outlines: [String: String])] = [
        ("A: {allOf: [{$ref: '#/components/schemas/A'}]}", ["A": "A = json"]),
        ("A: {oneOf: [{$ref: '#/components/schemas/A'}]}", ["A": "A = json"]),
        (
            "A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}, {type: integer}]}",
            ["A": "union A { string(string) [value], integer(int64) [value] }"]
        ),
        (
            "A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}\nB: {anyOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}",
            ["A": "union A { string(string) [value] }", "B": "union B { integer(int64) [value] }"]
        ),
        (
            """
            A: {required: [k], properties: {k: {type: string}}, oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: k}}
            B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {}}}]}
            C: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {c: {}}}]}
            """,
            [
                "A": "union A { b(B) [k=B; adds tag], c(C) [k=C; adds tag] }",
                "B": "struct B { k: string, b: json? }", "C": "struct C { k: string, c: json? }",
            ]
        ),
    ]

    @Test("a schema that is only itself is left out", arguments: circles.indices)
    func circle(index: Int) throws {
        let lowered = try LoweredClient(schemas: Self.circles[index].schemas)
        #expect(lowered.outlines == Self.circles[index].outlines, "\(lowered.printed)")
        #expect(lowered.diagnostics.allSatisfy { $0.severity != .error })
    }

    @Test("a large nested part is indirect")
    func large() throws {
        let properties = (0..<40).map { "p\($0): {type: string}" }.joined(separator: ", ")
        let lowered = try LoweredClient(
            schemas: """
                Small: {properties: {p: {type: string}}}
                Large: {properties: {\(properties)}}
                A: {required: [small, large], properties: {small: {$ref: '#/components/schemas/Small'}, large: {$ref: '#/components/schemas/Large'}}}
                """
        )
        #expect(lowered.outlines["A"] == "struct A { small: Small, @large: Large }")
    }

    @Test("the size of a union is that of its largest case")
    func largeUnion() throws {
        func member(_ name: String, _ count: Int) -> String {
            let properties = (0..<count).map { "p\($0): {type: string}" }.joined(separator: ", ")
            return "\(name): {required: [\(name)], properties: {\(name): {const: \(name)}, \(properties)}}\n"
        }
        func outline(_ count: Int) throws -> String? {
            let names = ["B", "C", "D", "E"]
            let schemas = names.map { member($0, count) }.joined()
            let union =
                "U: {oneOf: [\(names.map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", "))]}\n"
            return try LoweredClient(
                schemas: schemas + union + "A: {required: [u], properties: {u: {$ref: '#/components/schemas/U'}}}"
            ).outlines["A"]
        }
        // Four cases of 240 bytes each, and then of more than a case holds inline.
        #expect(try outline(9) == "struct A { u: U }")
        #expect(try outline(40) == "struct A { u: U }")
    }

    @Test("long chains of types are measured without recursion")
    func chain() throws {
        let schemas = (0..<3000).map { "S\($0): {properties: {n: {$ref: '#/components/schemas/S\($0 + 1)'}}}\n" }
            .joined()
        let lowered = try LoweredClient(schemas: schemas + "S3000: {properties: {n: {type: integer}}}")
        #expect(lowered.client.declarations.count == 3001)
    }
}
