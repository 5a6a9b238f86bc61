import MartletTestSupport
import Testing

@testable import MartletSource

struct JSONReaderTests {
    private func read(_ text: String) -> Reading { Reading(text, path: "api.json") }

    @Test("objects, arrays and scalars become a tree")
    func values() {
        let text = #" {"a": [1, -2.5e3, "x", true, false, null, [], {}], "": {"b": 0}} "#
        #expect(
            read(text).value == [
                "a": [1.0, -2500.0, "x", .bool(true), .bool(false), .null, [], [:]], "": ["b": 0.0],
            ]
        )
    }

    @Test("numbers keep their text")
    func numbers() throws {
        let root = try #require(read("[1.10, 1E400, -0, 12345678901234567890123]").root)
        #expect(root.elements.map(\.text) == ["1.10", "1E400", "-0", "12345678901234567890123"])
        #expect(
            root.elements.map(\.scalar) == [
                .number("1.10"), .number("1E400"), .integer("0"), .integer("12345678901234567890123"),
            ]
        )
    }

    @Test("strings that look like something else are strings")
    func strings() throws {
        let root = try #require(read(#"["1", "null", "true", "", "~"]"#).root)
        #expect(root.elements.map(\.scalar) == ["1", "null", "true", "", "~"].map { .string($0) })
    }

    @Test("escapes are decoded, surrogate pairs to one character")
    func escapes() {
        #expect(
            read(#"["\"\\\/\b\f\n\r\t", "\u0041\u00e9\u20AC", "\ud83d\ude00", "a\u0000b"]"#).value
                == ["\"\\/\u{8}\u{C}\n\r\t", "A\u{E9}\u{20AC}", "\u{1F600}", "a\0b"]
        )
    }

    @Test("characters that are special in YAML are ordinary ones in JSON strings")
    func rawCharacters() {
        let text = "\u{85}\u{2028}\u{2029}\u{7F}\u{FFFE}\u{FEFF}"
        #expect(read("\"\(text)\"").value == .string(SpecText(text)))
    }

    @Test("keys may be of any length")
    func longKeys() {
        let key = String(repeating: "k", count: 5000)
        #expect(read("{\"\(key)\"\n:\n1}").value == .object([SpecText(key): 1.0]))
        #expect(
            Reading("{\"\(key)\"\n:\n1}").value == .object([SpecText(key): 1.0]),
            "nor under the name of a YAML file"
        )
    }

    @Test("nodes have positions, also on long lines with multibyte text", arguments: ["", "\u{FEFF}"])
    func places(mark: String) throws {
        let marked = MarkedText("1️⃣{\"é日😀\": 2️⃣[\"\u{2028}\", 3️⃣true],\r\n\t4️⃣\"b\": 5️⃣-1,\r6️⃣\"c\":\n7️⃣{}}")
        let root = try #require(read(mark + marked.text).root)
        #expect(root.location.position == marked["1️⃣"])
        #expect(root["é日😀"]?.location.position == marked["2️⃣"])
        #expect(root["é日😀"]?.elements.last?.location.position == marked["3️⃣"])
        #expect(root.entries.map(\.key.location.position).dropFirst() == [marked["4️⃣"], marked["6️⃣"]])
        #expect(root["b"]?.location.position == marked["5️⃣"])
        #expect(root["c"]?.location.position == Position(line: 4, column: 1))
    }

    @Test(
        "a syntax error is reported at its position",
        arguments: [
            ("{\"é\": 1️⃣x}", .otherWord), ("[1, 1️⃣]", .expectedValue), ("1️⃣'a'", .expectedValue), ("1️⃣a: b", .notJSON),
            ("[1️⃣nul]", .otherWord), ("[1️⃣+1]", .expectedValue), ("[1️⃣.5]", .expectedValue),
            ("[1️⃣NaN]", .otherWord), ("[1️⃣\u{FEFF}1]", .expectedValue),
            ("{1️⃣a: 1}", .expectedKey), ("{1️⃣'a': 1}", .otherQuotes), ("{1️⃣“a”: 1}", .otherQuotes),
            ("{\"a\": 1, 1️⃣}", .trailingComma), ("{1️⃣1: 1}", .expectedKey),
            ("{\"a\" 1️⃣1}", .expectedColon), ("{\"a\": 1 1️⃣\"b\": 2}", .expectedEntryEnd),
            ("{\"a\": 11️⃣]", .expectedEntryEnd), ("[\"é\" 1️⃣2]", .expectedElementEnd),
            ("[1 1️⃣// x\n]", .comment),
            ("[-1️⃣x]", .expectedDigit), ("[1.1️⃣]", .expectedDigit), ("[1e1️⃣]", .expectedDigit), ("[-1️⃣012]", .leadingZero),
            ("[\"日1️⃣\n\"]", .controlCharacter), ("[\"日1️⃣\t\"]", .controlCharacter),
            ("[\"\\1️⃣x\"]", .unknownEscape), ("[\"\\u121️⃣x4\"]", .expectedHexDigit),
            ("[\"é1️⃣\\ud800\"]", .loneSurrogate), ("[\"1️⃣\\ude00\"]", .loneSurrogate),
            ("[\"1️⃣\\ud800\\ud800\"]", .loneSurrogate), ("[\"1️⃣\\ud800\\n\"]", .loneSurrogate),
            ("{}1️⃣ x", nil), ("1 1️⃣2", .trailingJSON), ("[] 1️⃣]", .trailingJSON),
            ("[1️⃣", .unfinishedJSON(.expectedValue)), ("{\"a\":\n1️⃣", .unfinishedJSON(.expectedValue)),
            ("[1,1️⃣", .unfinishedJSON(.expectedValue)), ("[11️⃣", .unfinishedJSON(.expectedElementEnd)),
            ("{\"a1️⃣", .unfinishedJSON(.unterminatedString(Position(line: 1, column: 2)))),
        ] as [(String, Diagnostic.Message?)]
    )
    func faults(text: String, message: Diagnostic.Message?) throws {
        let marked = MarkedText(text)
        let reading = read(marked.text)
        #expect(reading.root == nil)
        guard let message else { return }
        #expect(reading.messages == [message])
        #expect(reading.positions == [marked["1️⃣"]])
    }

    @Test(
        "bytes that are not UTF-8 are an error",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]]
    )
    func invalidUTF8(bytes: [UInt8]) {
        for tail in [Array("\"]".utf8), []] {
            let reading = Reading(bytes: Array("[\"é".utf8) + bytes + tail, path: "api.json")
            #expect(reading.report.first?.hasPrefix("api.json:1:4: error:") == true)
            #expect(reading.report.first?.hasSuffix("invalid UTF-8, at byte offset 4") == true)
        }
    }

    @Test("a document without a value is an error", arguments: ["", " \n", "\u{FEFF}"])
    func empty(text: String) {
        #expect(read(text).report == ["api.json:1:1: error: the document is empty"])
    }
}
