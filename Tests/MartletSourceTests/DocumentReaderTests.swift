import Testing

@testable import MartletSource

struct DocumentReaderTests {
    /// JSON that libyaml cannot read.
    private static let onlyJSON = #"{"a": "\ud83d\ude00"}"#
    /// YAML that begins like JSON.
    private static let flow = "{a: 'b'} # c"

    @Test("JSON is read from any file name, and YAML that looks like JSON from any but .json")
    func choice() {
        for path in ["a.json", "a.JSON", "a.yaml", "a.yml", "-", "a.txt"] {
            #expect(Reading(Self.onlyJSON, path: path).value == ["a": "😀"], "\(path)")
            #expect(Reading("\u{FEFF}\r\n\t " + Self.onlyJSON, path: path).value == ["a": "😀"], "\(path)")
        }
        for path in ["a.yaml", "a.YML", "-"] {
            #expect(Reading(Self.flow, path: path).value == ["a": "b"], "\(path)")
            #expect(Reading("a: b", path: path).value == ["a": "b"], "\(path)")
        }
        #expect(Reading(Self.flow, path: "a.json").messages == [.expectedKey])
        #expect(Reading("a: b", path: "a.json").messages == [.notJSON])
    }

    @Test("if neither can be read, the error is that of the format in the file name")
    func errors() {
        #expect(Reading("{a: *x}", path: "a.yaml").messages == [.undefinedAlias("x")])
        #expect(Reading("{a: *x}", path: "a.yml").messages == [.undefinedAlias("x")])
        #expect(Reading("{a: *x}", path: "-").messages == [.expectedKey])
        #expect(Reading("{a: *x}", path: "a.json").messages == [.expectedKey])
    }

    @Test("diagnostics of a reader that failed are not reported if the other one succeeds")
    func discarded() {
        let text = #"{"a": {"b": 1, "b": 2}, c: 3}"#
        #expect(Reading(text).messages == [.duplicateKey("b", first: Position(line: 1, column: 8))])
    }

    @Test("JSON and YAML of the same data give equal trees")
    func equality() throws {
        let json = """
            {"openapi": "3.1.0", "n": [1, 1.10, -2, null, true, "true", "", "1"],
             "é": {"text": "a\\nb\\n", "folded": "c d", "😀": {}, "empty": []}}
            """
        let yaml = """
            openapi: 3.1.0
            n: [1, 1.10, -2, ~, True, 'true', "", "1"]
            é:
              text: |
                a
                b
              folded: >-
                c
                d
              😀: {}
              empty: []
            """
        let tree = try #require(Reading(json, path: "a.json").value)
        #expect(Reading(yaml).value == tree)
        #expect(Reading(json, path: "a.yaml").value == tree)
    }

    @Test(
        "a truncated document, or one with a changed byte, doesn't make a reader trap",
        arguments: ["a.yaml", "a.json", "-"]
    )
    func fragments(path: String) {
        let text = """
            { "é": [1.5e3, "\\ud83d\\ude00\\n", true, null, {"b": -0, "b": 1}],
            a: &x [*y, 'q', "\\x41", !!int 0x1F, ? k : v], <<: *x }
            ---
            %YAML 1.2
            - |+2
              text
            """
        let bytes = Array(text.utf8)
        for end in bytes.indices {
            _ = Reading(bytes: Array(bytes[..<end]), path: path)
            _ = Reading(bytes: Array(bytes[end...]), path: path)
            for replacement: UInt8 in [0x00, 0x0A, 0x22, 0x26, 0x2D, 0x5B, 0x7D, 0x80, 0xE2, 0xFF] {
                var changed = bytes
                changed[end] = replacement
                let reading = Reading(bytes: changed, path: path)
                #expect(reading.root != nil || !reading.diagnostics.isEmpty)
            }
        }
    }
}
