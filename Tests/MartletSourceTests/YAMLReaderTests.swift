import MartletTestSupport
import Testing

@testable import MartletSource

struct YAMLReaderTests {
    @Test(
        "a document without a value is an error",
        arguments: ["", " \n\n", "# only\n# comments\n", "\u{FEFF}", "\u{FEFF}# x"]
    )
    func empty(text: String) {
        #expect(Reading(text).report == ["api.yaml:1:1: error: the document is empty"])
    }

    @Test(
        "a second document is an error where it begins",
        arguments: ["a: 1\n1️⃣---\nb: 2", "---\na\n...\n1️⃣---\n", "a\n...\n1️⃣--- b"]
    )
    func secondDocument(text: String) {
        let marked = MarkedText(text)
        #expect(Reading(marked.text).messages == [.secondDocument])
        #expect(Reading(marked.text).positions == [marked["1️⃣"]])
    }

    @Test("document markers, comments and %YAML 1.2 around one document are fine")
    func oneDocument() {
        #expect(Reading("%YAML 1.2\n# x\n---\na: b # c\n...\n# y\n").value == ["a": "b"])
        #expect(Reading("---\n").value == .null)
    }

    @Test(
        "errors of libyaml have a position, and advice if their text is hard to understand",
        arguments: [
            ("a: [1, 2\nb1️⃣: 3", "expected a comma or the ] that ends the sequence that begins at 1:4"),
            (
                "é: '日本'\nb: 日1️⃣: 1",
                "a colon and a space end a key, and there can't be a key here; put text with a colon in quotes; a key begins "
                    + "a line, and the line above may lack the space after its colon"
            ),
            ("a:\n1️⃣\tb: 1", "a tab indents this line; indent with spaces"),
            ("a: 1️⃣@b", "text without quotes can't begin with @; put it in quotes"),
            (
                "a: 1\n1️⃣b\nc: 2",
                "this line has no colon; each line of a mapping is a key, a colon and a space, and a value"
            ),
            ("'a'1️⃣:b\n", "nothing may follow the value of the document"),
            ("a: 1️⃣'x", "the text in quotes that begins here has no closing quote"),
            (
                "a:\n  b: 1\n 1️⃣c: 2",
                "the indentation doesn't fit: this begins in column 2; what begins in line 1 has its keys or hyphens in "
                    + "column 1"
            ),
            (
                "a: \"日1️⃣\\q\"",
                "this is no escape sequence of YAML; write a backslash in double quotes as \\\\, or put the text in single quotes"
            ),
            ("1️⃣%YAML 2.0\n---\na", "found incompatible YAML document"),
            ("a: 1️⃣!x!y z", "found undefined tag handle while parsing a node"),
        ]
    )
    func syntaxErrors(text: String, message: String) throws {
        let marked = MarkedText(text)
        let position = try #require(marked["1️⃣"])
        #expect(Reading(marked.text).report == ["api.yaml:\(position): error: \(message)"])
    }

    @Test("a directive that libyaml does not know is an error")
    func directive() {
        #expect(Reading("%FOO\n---\na").report.first?.contains("found unknown directive name") == true)
    }

    @Test(
        "a key over 1024 characters is an error that says what YAML needs",
        arguments: ["%: 1", "a: 1\n%: 1", "{%: 1}"]
    )
    func longKey(template: String) throws {
        let key = String(repeating: "k", count: 2000)
        let text = template.split(separator: "%").joined(separator: key)
        let full = template.hasPrefix("%") ? key + text : text
        let report = Reading(full).report
        #expect(report.count == 1)
        #expect(report.first?.hasSuffix("write a key of more than 1024 characters as `? key`") == true)
        #expect(Reading("? \(key)\n: x").value == .object([SpecText(key): "x"]))
    }

    @Test(
        "bytes that can't be decoded are an error at their position",
        arguments: [
            ([0x61, 0x3A, 0x20, 0xE9, 0x0A], 1, 4, 3),
            ([0x61, 0x3A, 0x20, 0xC3, 0xA9, 0x0A, 0x62, 0xC0, 0x80], 2, 2, 7),
            ([0x61, 0x0D, 0x0A, 0xED, 0xA0, 0x80], 2, 1, 3),
            ([0xEF, 0xBB, 0xBF, 0x61, 0x07], 1, 2, 4),
            ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xDC], 1, 1, 4),
        ] as [([UInt8], UInt32, UInt32, Int)]
    )
    func unreadable(bytes: [UInt8], line: UInt32, column: UInt32, offset: Int) {
        let reading = Reading(bytes: bytes)
        #expect(reading.root == nil)
        #expect(reading.positions == [Position(line: line, column: column)])
        #expect(reading.report.first?.hasSuffix(", at byte offset \(offset)") == true)
    }

    @Test("a byte order mark is not part of the document, and UTF-16 with one is read")
    func byteOrderMarks() {
        let text = "\u{FEFF}é: 😀\nb: [x"
        let utf16 = Array(text.utf16)
        let expected = [Position(line: 2, column: 6)]
        #expect(Reading(text + "]").value == ["é": "😀", "b": ["x"]])
        #expect(Reading(text + "}").positions == expected)
        let little = utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let big = utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(Reading(bytes: little + [0x5D, 0]).value == ["é": "😀", "b": ["x"]])
        #expect(Reading(bytes: big + [0, 0x5D]).value == ["é": "😀", "b": ["x"]])
        #expect(Reading(bytes: big + [0, 0x7D]).positions == expected)
    }

    @Test("text after a zero byte is not lost")
    func zeroBytes() {
        #expect(Reading("\"a\\0b\": \"c\\0d\"").value == ["a\0b": "c\0d"])
    }

    @Test("block scalars keep, strip and fold as YAML says, and CRLF becomes LF")
    func blockScalars() {
        let text =
            "keep: |+\n  a\n   b\n\nstrip: >-\n  c\n  d\n\nindent: |1\n  e\ncrlf: |\r\n  f\r\n  g\r\nend: 'h\r\n  i'\r\n"
        #expect(
            Reading(text).value == [
                "keep": "a\n b\n\n", "strip": "c d", "indent": " e\n", "crlf": "f\ng\n", "end": "h i",
            ]
        )
    }

    @Test("the same faulty document read many times gives the same error")
    func repetition() {
        let reports = (0..<50).map { _ in Reading("a: {b: [1, &x 'c', *x").report }
        #expect(Set(reports).count == 1)
    }
}
