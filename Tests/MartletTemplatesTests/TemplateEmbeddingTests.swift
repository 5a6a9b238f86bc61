import Foundation
import Testing

@testable import MartletTemplates

@Suite("Embedding")
struct TemplateEmbeddingTests {
    @Test(
        "a literal holds any text",
        arguments: [
            ("", 1), ("plain\n", 1), ("no line break at the end", 1), ("\n\n", 1), (" indented\n\ttabbed \n", 1),
            (#""quoted" \(x) \n \"#, 1), (#"""" ""#, 1), ("\"\"\"\n", 1), ("\"\"\"#", 2), ("\"\"\"\"\"##\n", 3),
            ("\"\"###", 1),
            (##"\#(x)"##, 2), (####"\##\###n"####, 4), ("# ## ###", 1), ("é\u{1F600}\u{301}\u{2028}", 1),
        ]
    )
    func literal(content: String, pounds: Int) throws {
        let delimiter = String(repeating: "#", count: pounds)
        let source = try TemplateEmbedding.swiftSource(for: ["Some.swift": content], reference: "")
        let parts = source.split(
            separator: "        \"Some.swift\": \(delimiter)\"\"\"\n",
            omittingEmptySubsequences: false
        )
        try #require(parts.count == 2)

        // Exactly the content lies between the opening delimiter and the first closing one, and nothing in it is an escape.
        let end = try #require(parts[1].range(of: "\"\"\"\(delimiter)"))
        let literal = parts[1][..<end.lowerBound]
        #expect(Array(literal.utf8) == Array("\(content)\n".utf8))
        #expect(!literal.contains("\\\(delimiter)"))
        #expect(TemplateEmbedding.poundCount(for: content) == pounds)
    }

    @Test(
        "a character that a literal would not preserve is an error at its position",
        arguments: [
            ("a\nb\r\n", 2, 2, 0x0D as UInt8), ("\u{0}", 1, 1, 0x00), ("é\u{1B}", 1, 2, 0x1B), ("\u{7F}", 1, 1, 0x7F),
        ]
    )
    func controlCharacter(content: String, line: Int, column: Int, byte: UInt8) {
        let message = TemplateEmbedding.controlCharacter(byte)
        #expect(throws: TemplateError(template: "t", line: line, column: column, message: message)) {
            try TemplateEmbedding.swiftSource(for: ["t": content], reference: "")
        }
    }

    @Test("a name that does not fit into a string literal is an error", arguments: ["", "a\"b", "a\\(b)", "a\nb"])
    func unusableName(name: String) {
        #expect(throws: TemplateError(template: name, line: 1, column: 1, message: TemplateEmbedding.unusableName)) {
            try TemplateEmbedding.swiftSource(for: [name: ""], reference: "")
        }
    }

    @Test("templates are embedded in the order of their names")
    func order() throws {
        let source = try TemplateEmbedding.swiftSource(for: ["b": "", "a": "", "c": "", "B": ""], reference: "")
        let names = source.split(separator: "\n").compactMap { line in
            line.hasSuffix(": #\"\"\"") ? line.dropFirst(9).first : nil
        }
        #expect(names == ["B", "a", "b", "c"])
    }

    @Test("no templates are embedded as an empty dictionary")
    func none() throws {
        #expect(try TemplateEmbedding.swiftSource(for: [:], reference: "").contains("[\n        :\n    ]"))
    }

    @Test("the compiler reads the embedded templates back unchanged")
    func roundTrip() throws {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/MartletTemplates/EmbeddedTemplates.swift")
        let embedded = try String(contentsOf: file, encoding: .utf8)
        let made = try TemplateEmbedding.swiftSource(
            for: EmbeddedTemplates.sources,
            reference: EmbeddedTemplates.reference
        )
        #expect(made == embedded)
    }

    @Test("the embedded templates parse, and find their partials")
    func parse() throws {
        _ = try TemplateSet(sources: EmbeddedTemplates.sources)
    }
}
