import Testing

@testable import MartletTemplates

@Suite("Partials")
struct TemplatePartialTests {
    struct Specimen: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sources: [String: String]
        let expected: String

        init(_ name: String, _ sources: [String: String], _ expected: String) {
            testDescription = name
            self.sources = sources
            self.expected = expected
        }
    }

    @Test(
        "a partial's lines are indented",
        arguments: [
            Specimen(
                "a partial on its own line indents each of its lines",
                ["t": "{\n    {{> p}}\n}\n", "p": "a\nb\n"],
                "{\n    a\n    b\n}\n"
            ),
            Specimen("an empty line gets no indentation", ["t": "  {{> p}}\n", "p": "a\n\n\r\nb"], "  a\n\n\r\n  b"),
            Specimen(
                "indentations add up",
                ["t": "\t{{> p}}\n", "p": "a\n  {{> q}}\nb\n", "q": "c\nd\n"],
                "\ta\n\t  c\n\t  d\n\tb\n"
            ),
            Specimen(
                "the lines of a value are not indented",
                ["t": "  {{> p}}\n", "p": "{{lines}}\nb\n"],
                "  1\n2\n  b\n"
            ),
            Specimen(
                "lines that begin with a tag are indented",
                ["t": "  {{> p}}\n", "p": "{{x}}\n{{#x}}a{{/x}}\n{{! c }}d\n"],
                "  x\n  a\n  d\n"
            ),
            Specimen(
                "a line that a section takes away leaves no indentation",
                ["t": "  {{> p}}\n", "p": "{{#x}}\na\n{{/x}}\n"],
                "  a\n"
            ),
            Specimen(
                "each turn of a section is indented",
                ["t": "  {{> p}}\n", "p": "{{#list}}\n- {{.}}\n{{/list}}\n"],
                "  - 1\n  - 2\n"
            ),
            Specimen("a partial within a line is not indented", ["t": "  {{x}} {{> p}}\n", "p": "a\nb"], "  x a\nb\n"),
            Specimen(
                "behind a partial the indentation is over",
                ["t": "  {{> p}}\nc\n  {{> p}}", "p": "a\n"],
                "  a\nc\n  a\n"
            ),
            Specimen(
                "a partial on a CRLF line takes the line break along",
                ["t": "a\r\n {{> p}}\r\nb", "p": "c\r\nd"],
                "a\r\n c\r\n db"
            ),
            Specimen(
                "delimiters do not cross into a partial, nor out of it",
                ["t": "{{=| |=}}|> p||x|", "p": "{{x}}{{=< >=}}<x>"],
                "xxx"
            ),
            Specimen(
                "names have dots and slashes as files do",
                ["t": "{{> a/Struct.swift}}", "a/Struct.swift": "ok"],
                "ok"
            ),
        ]
    )
    func lines(specimen: Specimen) throws {
        let context: TemplateValue = ["x": "x", "lines": "1\n2", "list": ["1", "2"]]
        #expect(try TemplateSet(sources: specimen.sources).render("t", context) == specimen.expected)
    }

    @Test("a recursive partial renders a tree of values")
    func recursion() throws {
        let templates = try TemplateSet(sources: ["t": "{{n}}\n{{#children}}\n  {{> t}}\n{{/children}}\n"])
        let leaf: TemplateValue = ["n": "c", "children": []]
        let tree: TemplateValue = ["n": "a", "children": [["n": "b", "children": [leaf]], leaf]]
        #expect(try templates.render("t", tree) == "a\n  b\n    c\n  c\n")
    }

    @Test("endless recursion of a partial is an error")
    func endlessRecursion() throws {
        let templates = try TemplateSet(sources: ["t": "x\n {{> u}}", "u": "{{> t}}"])
        #expect(throws: TemplateError(template: "t", line: 2, column: 2, message: TemplateRenderer.tooDeep("u"))) {
            try templates.render("t", [:])
        }
    }

    @Test("partials can be nested up to the limit")
    func deepestNesting() throws {
        var sources = ["t0": "."]
        for depth in 1...TemplateRenderer.maximumDepth { sources["t\(depth)"] = "{{> t\(depth - 1)}}" }
        let templates = try TemplateSet(sources: sources)
        #expect(try templates.render("t\(TemplateRenderer.maximumDepth)", [:]) == ".")
    }

    @Test("sections can be nested without a limit")
    func deepSections() throws {
        let depth = 2_000
        let source = String(repeating: "{{#a}}", count: depth) + "x" + String(repeating: "{{/a}}", count: depth)
        #expect(try TemplateSet(sources: ["t": source]).render("t", ["a": true]) == "x")
    }

    @Test("a strict set names the tag whose partial is missing, with a suggestion")
    func missingPartial() {
        let names = ["t", "Documentation"]
        let message = TemplateSet.missingPartial("Documentatoin", among: names)
        #expect(message.hasSuffix("; did you mean `Documentation`?"))
        #expect(throws: TemplateError(template: "t", line: 2, column: 3, message: message)) {
            try TemplateSet(sources: ["t": "a\n  {{> Documentatoin}}\n", "Documentation": ""])
        }
    }

    @Test("a missing template cannot be rendered")
    func missingTemplate() throws {
        let templates = try TemplateSet(sources: ["Struct.swift": ""])
        let message = TemplateSet.missingTemplate(among: ["Struct.swift"], near: "Strct.swift")
        #expect(throws: TemplateError(template: "Strct.swift", line: 1, column: 1, message: message)) {
            try templates.render("Strct.swift", [:])
        }
    }
}
