import MartletSource
import Testing

@Suite("Excerpts")
struct ExcerptTests {
    @Test(
        "the caret is below the position, and nothing invisible reaches the terminal",
        arguments: [
            ("a: 1\n  b: 2\n", 2, 3, "  2 |   b: 2\n    |   ^"), ("a\r\nb\r\n", 2, 1, "  2 | b\n    | ^"),
            ("\tb: 2", 1, 2, "  1 |  b: 2\n    |  ^"), ("日本: x", 1, 5, "  1 | 日本: x\n    |     ^"),
            ("a\u{1B}[2J: x", 1, 6, "  1 | a<U+001B>[2J: x\n    |             ^"), ("a", 1, 9, "  1 | a\n    |  ^"),
        ] as [(String, UInt32, UInt32, String)]
    )
    func caret(text: String, line: UInt32, column: UInt32, excerpt: String) {
        #expect(Excerpt(Position(line: line, column: column), in: Array(text.utf8))?.description == excerpt)
    }

    @Test("the excerpt of a long line is the part around the position")
    func longLine() throws {
        let text = String(repeating: "a", count: 1000) + "b" + String(repeating: "c", count: 1000)
        let excerpt = try #require(Excerpt(Position(line: 1, column: 1001), in: Array(text.utf8)))
        let lines = excerpt.description.split(separator: "\n").map(Array.init)
        #expect(lines[0].count < 120)
        #expect(lines[0][lines[1].count - 1] == "b")
    }

    @Test("a missing line has no excerpt")
    func missingLine() { #expect(Excerpt(Position(line: 3, column: 1), in: Array("a\nb".utf8)) == nil) }
}
