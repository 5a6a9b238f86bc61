import Testing

@testable import MartletTemplates

@Suite("Strict lookup")
struct TemplateStrictLookupTests {
    struct Specimen: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let template: String
        let line: Int
        let column: Int
        let message: String

        init(_ name: String, _ template: String, _ line: Int, _ column: Int, _ message: String) {
            testDescription = name
            self.template = template
            self.line = line
            self.column = column
            self.message = message
        }
    }

    static let context: TemplateValue = [
        "name": "x", "nothing": nil, "list": ["a"], "object": ["inner": "y", "none": nil], "flag": true,
    ]

    @Test(
        "an unknown key is an error at its tag",
        arguments: [
            Specimen("in a value", "a\n  {{foreign}}", 2, 3, TemplateRenderer.unknownKey("foreign", among: [])),
            Specimen("in a raw value", "é {{{foreign}}}", 1, 3, TemplateRenderer.unknownKey("foreign", among: [])),
            Specimen(
                "in a section",
                "\r\n\r\n {{#foreign}}{{/foreign}}",
                3,
                2,
                TemplateRenderer.unknownKey("foreign", among: [])
            ),
            Specimen(
                "in an inverted section",
                "{{^foreign}}{{/foreign}}",
                1,
                1,
                TemplateRenderer.unknownKey("foreign", among: [])
            ),
            Specimen("behind a dot", "{{object.foreign}}", 1, 1, TemplateRenderer.unknownKey("foreign", among: [])),
            Specimen(
                "behind a dot, though an outer scope has it",
                "{{object.list}}",
                1,
                1,
                TemplateRenderer.unknownKey("list", among: [])
            ),
            Specimen("of a text", "{{name.a}}", 1, 1, TemplateRenderer.keyOfOther("a", of: "name", kind: "a string")),
        ]
    )
    func unknownKey(specimen: Specimen) throws {
        try expectError(specimen)
    }

    @Test(
        "a misspelled key gets a suggestion",
        arguments: [
            Specimen("a letter short", "{{nam}}", 1, 1, "unknown key `nam`; did you mean `name`?"),
            Specimen("two letters swapped", "{{naem}}", 1, 1, "unknown key `naem`; did you mean `name`?"),
            Specimen("behind a dot", "{{object.iner}}", 1, 1, "unknown key `iner`; did you mean `inner`?"),
            Specimen(
                "in an inner scope",
                "{{#object}}{{iner}}{{/object}}",
                1,
                12,
                "unknown key `iner`; did you mean `inner`?"
            ),
            Specimen(
                "in an outer scope",
                "{{#object}}{{nam}}{{/object}}",
                1,
                12,
                "unknown key `nam`; did you mean `name`?"
            ),
            Specimen("the first of equally near ones", "{{fist}}", 1, 1, "unknown key `fist`; did you mean `list`?"),
            Specimen("none for what is three letters away", "{{nameabc}}", 1, 1, "unknown key `nameabc`"),
            Specimen("none for what shares no letter", "{{zz}}", 1, 1, "unknown key `zz`"),
        ]
    )
    func suggestion(specimen: Specimen) throws {
        try expectError(specimen)
    }

    @Test(
        "only text can be rendered",
        arguments: [
            Specimen("not a list", "{{list}}", 1, 1, TemplateRenderer.notText("list", kind: "a list")),
            Specimen(
                "not an object",
                "{{#flag}}{{{object}}}{{/flag}}",
                1,
                10,
                TemplateRenderer.notText("object", kind: "an object")
            ),
            Specimen(
                "not the current object",
                "{{#object}}{{.}}{{/object}}",
                1,
                12,
                TemplateRenderer.notText(".", kind: "an object")
            ),
        ]
    )
    func notText(specimen: Specimen) throws {
        try expectError(specimen)
    }

    @Test("an error in a partial is located in the partial")
    func errorInPartial() throws {
        let templates = try TemplateSet(sources: ["t": "\n\n  {{> p}}", "p": "a\n{{x}}"])
        let error = #expect(throws: TemplateError.self) { try templates.render("t", [:]) }
        #expect(error?.description == "p.mustache:2:1: error: unknown key `x`")
    }

    @Test("a tag that is not reached causes no error")
    func unreached() throws {
        let templates = try TemplateSet(sources: [
            "t": "{{#nothing}}{{foreign}}{{/nothing}}{{^flag}}{{foreign}}{{/flag}}"
        ])
        #expect(try templates.render("t", Self.context).isEmpty)
    }

    private func expectError(_ specimen: Specimen) throws {
        let templates = try TemplateSet(sources: ["t": specimen.template])
        let expected = TemplateError(
            template: "t",
            line: specimen.line,
            column: specimen.column,
            message: specimen.message
        )
        #expect(throws: expected) { try templates.render("t", Self.context) }
    }
}
