import MartletSource
import Testing

@testable import MartletGenerator

@Suite("Encoders of a document's text")
struct EncoderTests {
    static let literals: [(SpecText, String)] = [
        ("plain", #""plain""#), ("a\\(exit(9))b", #""a\\(exit(9))b""#), ("\"; evil() //", #""\"; evil() //""#),
        ("a\nb\r\n\tc", #""a\nb\r\n\tc""#), ("\u{600}\"x", #""\u{600}\"x""#), ("\"\u{301}", #""\"\u{301}""#),
        ("\u{202E}", #""\u{202E}""#), ("é🔑", #""\u{E9}\u{1F511}""#), ("\0", #""\u{0}""#), ("#\"##", "\"#\\\"##\""),
        ("", "\"\""),
    ]

    @Test("a string literal is ASCII and has the same value", arguments: literals)
    func literal(text: SpecText, literal: String) {
        #expect(SwiftLiteral.string(text) == literal)
        #expect(SwiftLiteral.string(text).utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test("numbers are parsed and printed again, or rejected")
    func numbers() {
        #expect(SwiftLiteral.integer("12", as: Int32.self) == "12")
        #expect(SwiftLiteral.integer("2147483648", as: Int32.self) == nil)
        #expect(SwiftLiteral.integer("1; evil()", as: Int64.self) == nil)
        #expect(SwiftLiteral.number("0.1") == "0.1")
        #expect(SwiftLiteral.number("1e400") == nil)
        #expect(SwiftLiteral.number(".nan") == nil)
    }

    @Test("every line of a comment stays a comment, whatever ends the line")
    func comments() {
        let text: SpecText = "a */ /*\r\nb\rc\nd\u{85}e\u{2028}f\u{2029}g\u{B}h\u{C}i\0j\u{202E}k"
        let lines = DocumentationComment.lines(text)
        #expect(lines.count == 9)
        #expect(lines.last == "i<U+0>j<U+202E>k")
        #expect(DocumentationComment.line("a\n\nb\u{2028}c") == "a b c")
    }

    @Test("directives to tools are broken up in comments")
    func directives() {
        let lines = DocumentationComment.lines("swift-format-ignore-file\n\nswiftlint:disable all")
        #expect(lines == ["swift-format ignore-file", "", "swiftlint :disable all"])
        #expect(DocumentationComment.line("sourcery:begin\nMARK: -") == "sourcery :begin MARK : -")
    }

    @Test("an unclosed code block in a comment is closed")
    func openFence() {
        #expect(DocumentationComment.lines("a\n```\nb") == ["a", "```", "b", "```"])
        #expect(DocumentationComment.lines("~~~~swift\n~~~\n```") == ["~~~~swift", "~~~", "```", "~~~~"])
    }

    @Test(
        "links lead only to web pages, e-mail addresses and relative URLs",
        arguments: [
            ("[a](https://b) [c](d/e.md#f) [g](#h) [i](mailto:j@k)", nil), ("[a](b?c=d:e)", nil), ("a[0]: b", nil),
            ("[a](javascript:b)", "[a]\\(javascript:b)"), ("[a]( JavaScript:b)", "[a]\\( JavaScript:b)"),
            ("[a](java&#115;cript:b)", "[a]\\(java&#115;cript:b)"), ("[a](java\\script:b)", "[a]\\(java\\script:b)"),
            ("[a]: data:b", "[a]\\: data:b"), ("[a](", "[a]\\("),
            ("[a](vscode:b) [c](https://d)", "[a]\\(vscode:b) [c](https://d)"),
            ("[a](\u{301}javascript:b)", "[a]\\(\u{301}javascript:b)"),
        ] as [(String, String?)])
    func links(text: String, encoded: String?) {
        #expect(MarkdownText.lines(SpecText(text)).map { Array($0.utf8) } == [Array((encoded ?? text).utf8)])
    }

    @Test("Markdown keeps its structure without HTML, unclosed code blocks or headings of the page's level")
    func markdown() {
        #expect(MarkdownText.lines("a <script>\n\n```\n<x>\n# y") == ["a &lt;script>", "", "```", "<x>", "# y", "```"])
        // HTML after a line that only looks like a fence is escaped too.
        #expect(MarkdownText.lines("```\n```x\n```\n<b>") == ["```", "```x", "```", "&lt;b>"])
        #expect(MarkdownText.lines("~~~\n```\n~~~\n<b>") == ["~~~", "```", "~~~", "&lt;b>"])
        #expect(MarkdownText.lines("````\n```\n<b>\n~~~~") == ["````", "```", "<b>", "~~~~", "````"])
        #expect(MarkdownText.lines("```a```\n<b>") == ["```a```", "&lt;b>"])
        #expect(MarkdownText.lines("a\n\n    ```\n<b>") == ["a", "", "    ```", "&lt;b>"])
        // The item of a list ends the block within it.
        #expect(MarkdownText.lines("- a\n\n  ```\n  <b>\n<c>") == ["- a", "", "  ```", "  <b>", "  ```", "&lt;c>"])
        #expect(MarkdownText.lines("  ```\n  <b>\n```\n<c>") == ["  ```", "  <b>", "  ```", "&lt;c>"])
        #expect(MarkdownText.lines("- ```\n  ```\n  <b>") == ["- ```", "  ```", "  &lt;b>", "  ```"])
        #expect(MarkdownText.lines("  ```\n    ```\n  <b>") == ["  ```", "    ```", "  &lt;b>", "  ```"])
        for (text, lines): (SpecText, [String]) in [
            ("# h", ["\\# h"]), ("   ## h", ["   \\## h"]), ("> - # h", ["> - \\# h"]), ("1) # h", ["1) \\# h"]),
            ("    # code", ["    # code"]), ("- a\n    # h", ["- a", "    \\# h"]), ("a # b", ["a # b"]),
            ("a\n===", ["a", "\\==="]), ("a\n-", ["a", "\\-"]), ("> a\n> ---", ["> a", "> \\---"]),
            ("a\n\n---", ["a", "", "---"]),
            ("```\n# a\n```\n===", ["```", "# a", "```", "==="]),
        ] { #expect(MarkdownText.lines(text) == lines, "\(lines)") }
        #expect(MarkdownText.inline("a | b\nc") == "a \\| b c")
        #expect(MarkdownText.inline("a \\| b") == "a &#92;\\| b")
        #expect(MarkdownText.cellCode("a\\|b") == "a&#92;&#124;b")
        // In Swift, a bar with an accent is one character.
        #expect(MarkdownText.inline("a\\|\u{301}b") == "a&#92;\\|\u{301}b")
        #expect(MarkdownText.cellCode("a\\|\u{301}b") == "a&#92;&#124;\u{301}b")
        #expect(MarkdownText.code("a`b|c") == "`a'b|c`")
        #expect(MarkdownText.cellCode("a`b|c") == "`a'b\\|c`")
    }
}
