import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import Testing

@Suite("Examples in documentation")
struct ExampleExpressionTests {
    /// Schemas that each require ten values of the schema before.
    private static func tower(levels: Int) -> String {
        let names = (0..<10).map { "p\($0)" }
        let schemas = (1...levels).map { level in
            let properties = names.map { "\($0): {$ref: '#/components/schemas/A\(level - 1)'}" }
            return "A\(level): {type: object, required: [\(names.joined(separator: ", "))], "
                + "properties: {\(properties.joined(separator: ", "))}}"
        }
        let base = "A0: {type: object, required: [x], properties: {x: {type: string}}}"
        return Generation.document(schemas: ([base] + schemas).joined(separator: "\n"))
    }

    @Test("an example ends after 16 KiB, however its levels multiply")
    func bounded() throws {
        let generation = try Generation(Self.tower(levels: 12))
        let pages = generation.files.filter { $0.path.hasPrefix("docs/") }
        #expect(pages.count == 13)
        #expect(pages.allSatisfy { $0.contents.count < 64 << 10 })
        let page = try #require(generation.text(of: "docs/A12.md"))
        #expect(page.contains("A0(x: \"x\")"))
        #expect(page.contains("…)"))
    }

    @Test("a short example is complete")
    func whole() throws {
        let page = try #require(try Generation(Self.tower(levels: 2)).text(of: "docs/A2.md"))
        #expect(page.components(separatedBy: "A0(x: \"x\")").count == 101)
        #expect(!page.contains("…"))
    }

    @Test(
        "an example leaves out the tag that the type determines",
        arguments: ["const: card", "enum: [card]", "type: string, const: card, default: card", "type: string"])
    func tags(kind: String) throws {
        let generation = try Generation(
            Generation.document(
                schemas: """
                    Payment:
                      oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Bank'}]
                      discriminator: {propertyName: kind, mapping: {card: '#/components/schemas/Card'}}
                    Card: {type: object, required: [kind, number], properties: {kind: {\(kind)}, number: {type: string}}}
                    Bank: {type: object, required: [kind, iban], properties: {kind: {const: Bank}, iban: {type: string}}}
                    """
            )
        )
        let pages = generation.files.filter { $0.path.hasPrefix("docs/") }.map {
            String(decoding: $0.contents, as: UTF8.self)
        }
        #expect(pages.contains { $0.contains(#"Card(number: "number")"#) })
        #expect(!pages.contains { $0.contains("kind: \"") })
    }

    @Test("a long text, key or JSON value of the document appears in a single example")
    func longValues() throws {
        let long = String(repeating: "x", count: 20_000)
        let generation = try Generation(
            Generation.document(
                schemas: """
                    Text: {type: string, example: \(long)}
                    Any: {example: {a: \(long)}}
                    Map: {type: object, additionalProperties: {type: string}, example: {? \(long) : a}}
                    Short: {example: {a: b}}
                    All: {type: object, required: [t, a, m, s], properties: {t: {$ref: '#/components/schemas/Text'}, a: \
                    {$ref: '#/components/schemas/Any'}, m: {$ref: '#/components/schemas/Map'}, s: {$ref: \
                    '#/components/schemas/Short'}}}
                    """
            )
        )
        let page = try #require(generation.text(of: "docs/All.md"))
        #expect(page.utf8.count < 4096)
        #expect(page.contains(#"s: ["a": "b"]"#))
    }

    /// A required property's schema, and the default of its argument; `nil` for none.
    static let defaults: [(schema: String, expression: String?)] = [
        ("{type: integer, const: 1e2}", "Int64 = 100"), ("{type: integer, default: 1.0}", "Int64 = 1"),
        ("{type: integer, format: int32, default: -2e3}", "Int32 = -2000"),
        ("{type: integer, format: int32, default: 1e10}", nil), ("{type: integer, default: 0.5}", nil),
        ("{type: integer, enum: [1.0, 2.0], default: 2}", "P = ._2"),
        ("{type: integer, default: 0o17}", "Int64 = 15"), ("{type: number, default: 1}", "Double = 1.0"),
        (
            "{type: integer, maximum: 1e30, default: 99999999999999999999}",
            "Decimal = Decimal(sign: .plus, exponent: 18, significand: 99)"
                + " + Decimal(sign: .plus, exponent: 0, significand: 999999999999999999)"
        ),
        (
            "{type: integer, enum: [99999999999999999999, 5], default: 5}",
            "Decimal = Decimal(sign: .plus, exponent: 0, significand: 5)"
        ),
        (
            "{type: number, format: decimal, default: -0.150}",
            "Decimal = Decimal(sign: .minus, exponent: -2, significand: 15)"
        ),
        ("{type: number, format: decimal, default: 1e200}", nil), ("{const: null}", "JSONValue = .null"),
        ("{allOf: [{type: integer}, {const: 2.0}]}", "Int64 = 2"),
        ("{allOf: [{type: integer, default: 5}]}", "Int64 = 5"),
        ("{allOf: [{enum: [a, b]}, {enum: [b, c]}]}", "P = .b"),
        (
            "{type: string, format: uuid, default: 00010203-0405-0607-0809-0a0b0c0d0e0f}",
            "UUID = UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))"
        ),
        (
            "{type: string, format: date, default: 2024-02-29}",
            "CalendarDate = CalendarDate(clampingYear: 2024, month: 2, day: 29)"
        ),
        ("{type: string, format: date, default: 2023-02-29}", nil), ("{type: string, format: date, default: now}", nil),
        (
            "{type: string, format: date-time, default: '2026-11-24T08:47:00+01:30'}",
            "DateTime = DateTime(Date(timeIntervalSince1970: 1795504620))"
        ),
        (
            "{type: string, format: date-time, default: '0001-01-01T00:00:00.000Z'}",
            "DateTime = DateTime(Date(timeIntervalSince1970: -62135596800))"
        ),
        ("{type: string, format: date-time, default: '2026-11-24T08:47:00'}", nil),
        ("{type: string, format: byte, default: aGk=}", "Data = Data([104, 105])"),
        ("{type: string, format: byte, default: 'hi!'}", nil),
        ("{type: string, contentEncoding: base64, default: ''}", "Data = Data([])"),
        ("{type: string, format: uri, default: 'https://a.example'}", "String = \"https://a.example\""),
        (
            "{type: array, items: {type: string, format: date}, default: [2026-01-02]}",
            "[CalendarDate] = [CalendarDate(clampingYear: 2026, month: 1, day: 2)]"
        ),
        ("{type: object, additionalProperties: {type: integer}, default: {a: 1}}", "[String: Int64] = [\"a\": 1]"),
        (
            "{type: object, required: [x], properties: {x: {type: integer}, y: {type: [string, 'null']}}, default: {x: 1, y: null}}",
            "P = .init(x: 1, y: .null)"
        ),
        ("{oneOf: [{type: string}, {type: integer}], default: 5}", "P = .integer(5)"),
        (
            "{oneOf: [{$ref: '#/components/schemas/D'}, {$ref: '#/components/schemas/E'}], default: {k: e, x: [a]}}",
            "P = .e(.init(k: \"e\", x: [\"a\"]))"
        ),
        ("{prefixItems: [{type: string}, {type: integer}], default: [a]}", "P = .init(first: \"a\")"),
        ("{$ref: '#/components/schemas/B'}", "B = .y"), ("{$ref: '#/components/schemas/C'}", "C = \"z\""),
    ]

    @Test("a default is exact in its property's type, or left out", arguments: defaults.indices)
    func exactDefault(index: Int) throws {
        let row = Self.defaults[index]
        let schemas = """
            A: {type: object, required: [p], properties: {p: \(row.schema)}}
            B: {type: string, enum: [x, y], default: y}
            C: {const: z}
            D: {type: object, required: [k], properties: {k: {const: d}}}
            E: {type: object, required: [k], properties: {k: {const: e}, x: {type: array, items: {type: string}}}}
            R: {type: object, required: [r], properties: {r: {allOf: [{$ref: '#/components/schemas/R'}], default: {}}}}
            """
        let generation = try Generation(Generation.document(schemas: schemas))
        let text = try #require(generation.text(of: "Models/A.swift"))
            .replacing(#/\s+/#, with: " ").replacing("( ", with: "(").replacing(" )", with: ")")
        if let expression = row.expression {
            #expect(text.contains("init(p: \(expression))"), "\(text)")
        } else {
            #expect(text.contains(#/init\(p: \w+\)/#), "\(text)")
            #expect(generation.diagnostics.contains { $0.message == .unfitDefault })
        }
    }
}
