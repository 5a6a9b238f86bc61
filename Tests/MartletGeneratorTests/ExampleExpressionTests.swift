import Foundation
import MartletGenerator
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

    @Test("an example ends after 16 KiB, however much its levels multiply")
    func bounded() throws {
        let generation = try Generation(Self.tower(levels: 12))
        let pages = generation.files.filter { $0.path.hasPrefix("docs/") }
        #expect(pages.count == 13)
        #expect(pages.allSatisfy { $0.contents.count < 64 << 10 })
        let page = try #require(generation.text(of: "docs/A12.md"))
        #expect(page.contains("A0(x: \"x\")"))
        #expect(page.contains("…)"))
    }

    @Test("an example that is short enough is whole")
    func whole() throws {
        let page = try #require(try Generation(Self.tower(levels: 2)).text(of: "docs/A2.md"))
        #expect(page.components(separatedBy: "A0(x: \"x\")").count == 101)
        #expect(!page.contains("…"))
    }

    @Test("a long text, key or JSON value of the document is not repeated in each example that has it")
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
}
