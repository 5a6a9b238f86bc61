import MartletTestSupport
import Testing

@testable import MartletSource

struct ScalarTests {
    @Test(
        "the type of a plain scalar is that of the core schema of YAML 1.2",
        arguments: [
            ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null), ("", .null),
            ("nULL", .string("nULL")), ("~~", .string("~~")),
            ("true", .bool(true)), ("True", .bool(true)), ("TRUE", .bool(true)),
            ("false", .bool(false)), ("False", .bool(false)), ("FALSE", .bool(false)),
            ("on", .string("on")), ("off", .string("off")), ("yes", .string("yes")), ("no", .string("no")),
            ("y", .string("y")), ("n", .string("n")), ("NO", .string("NO")), ("tRUE", .string("tRUE")),
            ("0", .integer("0")), ("-0", .integer("0")), ("+5", .integer("5")), ("-17", .integer("-17")),
            ("014", .integer("14")), ("-007", .integer("-7")), ("000", .integer("0")),
            ("0o14", .integer("12")), ("0x1F", .integer("31")),
            ("0xffffffffffffffff", .integer("18446744073709551615")),
            ("0o8", .string("0o8")), ("0x", .string("0x")), ("0x+1", .string("0x+1")), ("-0x1", .string("-0x1")),
            ("0x10000000000000000", .integer("18446744073709551616")), ("0b1", .string("0b1")),
            ("123456789012345678901234567890", .integer("123456789012345678901234567890")),
            ("1.10", .number("1.10")), ("3.0", .number("3.0")), ("+1.5", .number("1.5")), (".5", .number("0.5")),
            ("-.5", .number("-0.5")), ("5.", .number("5.0")), ("1e3", .number("1e3")), ("12e03", .number("12e03")),
            ("-0.0", .number("-0.0")), ("01.5E-7", .number("1.5E-7")), ("1.e3", .number("1.0e3")),
            (".inf", .number(".inf")), ("+.INF", .number(".inf")), ("-.Inf", .number("-.inf")),
            (".nan", .number(".nan")), (".NaN", .number(".nan")), ("-.nan", .string("-.nan")),
            (".", .string(".")), ("-", .string("-")), ("+", .string("+")), ("1e", .string("1e")),
            ("1e+", .string("1e+")), ("1.2.3", .string("1.2.3")), ("1_000", .string("1_000")), (".e3", .string(".e3")),
            ("1:30", .string("1:30")), ("2024-04-15", .string("2024-04-15")), ("+-1", .string("+-1")),
            ("é", .string("é")), ("0x1g", .string("0x1g")),
        ] as [(String, Scalar)]
    )
    func coreSchema(text: String, scalar: Scalar) {
        #expect(CoreSchema.scalar(Array(text.utf8)[...]) == scalar)
    }

    @Test("a scalar keeps its text as written")
    func text() throws {
        let root = try #require(Reading("[1.10, 0x1F, ~, True, 'it''s', \"\\u00e9\", \"a\\0b\"]").root)
        #expect(root.elements.map(\.text) == ["1.10", "0x1F", "~", "True", "it's", "\u{E9}", "a\0b"])
        #expect(root.text == nil)
        #expect(root.scalar == nil)
    }

    @Test("quoted scalars and block scalars are strings")
    func strings() throws {
        let text = """
            - "1"
            - '~'
            - |
              true
            - >-
              12
            - ""
            """
        let root = try #require(Reading(text).root)
        #expect(root.elements.map(\.scalar) == ["1", "~", "true\n", "12", ""].map { .string($0) })
    }

    @Test(
        "tags of JSON's types are recognized",
        arguments: [
            ("!!str 12", .string("12")), ("!!str null", .string("null")), ("! 12", .string("12")), ("! ", .string("")),
            ("!!str", .string("")), ("!!int \"12\"", .integer("12")), ("!!int 0x1F", .integer("31")),
            ("!!float 3", .number("3")), ("!!float 1.5", .number("1.5")), ("!!float -.INF", .number("-.inf")),
            ("!!bool 'true'", .bool(true)), ("!!null ''", .null), ("!!null", .null),
            ("!<tag:yaml.org,2002:str> 1", .string("1")),
        ] as [(String, Scalar)]
    )
    func tags(text: String, scalar: Scalar) {
        let reading = Reading(text)
        #expect(reading.root?.scalar == scalar)
        #expect(reading.diagnostics == [])
    }

    @Test("tags of containers are recognized")
    func containerTags() {
        #expect(Reading("!!map {a: !!seq [x], b: ! [], c: ! {}}").value == ["a": ["x"], "b": [], "c": [:]])
    }

    @Test(
        "a tag without a JSON type is an error that quotes it",
        arguments: [
            ("!!python/object/apply:os.system x", "!!python/object/apply:os.system"), ("!!binary x", "!!binary"),
            ("!!timestamp 2024-01-01", "!!timestamp"), ("!!set {a}", "!!set"), ("!!omap []", "!!omap"),
            ("!local x", "!local"), ("!<tag:x> x", "tag:x"),
        ]
    )
    func otherTags(text: String, tag: String) {
        let reading = Reading("a: 1\nb: \(text)")
        #expect(
            reading.report == [
                "api.yaml:2:4: error: the tag \"\(tag)\" is not supported; the tags of JSON's types are: "
                    + "!!str, !!int, !!float, !!bool, !!null, !!map and !!seq"
            ]
        )
        #expect(reading.root != nil, "reading goes on")
    }

    @Test(
        "a tag that doesn't match the value is an error",
        arguments: [
            "!!int x", "!!int 1.5", "!!float 0x1F", "!!bool 1", "!!null x", "!!map x", "!!str [a]", "!!seq {a: 1}",
        ]
    )
    func unfitTags(text: String) throws {
        let name = try #require(text.split(separator: " ").first?.dropFirst(2))
        #expect(Reading(text).messages == [.unfitTag("tag:yaml.org,2002:" + name)])
    }

    @Test("a hexadecimal or octal number is exact at any size up to 1,000 digits, and an error beyond")
    func longRadix() throws {
        let googol =
            "0x" + "1249ad2594c37ceb0b2784c4ce0bf38ace408e211a7caab24308a82e8f10" + String(repeating: "0", count: 24)
        let root = try #require(Reading("[\(googol), 0o\(String(repeating: "7", count: 30))]").root)
        #expect(root.elements[0].scalar == .integer(SpecText("1" + String(repeating: "0", count: 100))))
        #expect(root.elements[1].scalar == .integer("1237940039285380274899124223"))
        let marked = MarkedText("a: 1️⃣0x" + String(repeating: "f", count: 1_001))
        let reading = Reading(marked.text)
        #expect(reading.messages == [.tooManyDigits])
        #expect(reading.positions == [marked["1️⃣"]])
    }
}
