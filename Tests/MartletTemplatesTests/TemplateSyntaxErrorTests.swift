import Testing

@testable import MartletTemplates

@Suite("Syntax errors")
struct TemplateSyntaxErrorTests {
    struct Specimen: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let source: String
        let line: Int
        let column: Int
        let message: String

        init(_ source: String, _ line: Int, _ column: Int, _ message: String) {
            testDescription = source
            self.source = source
            self.line = line
            self.column = column
            self.message = message
        }
    }

    @Test(
        "a malformed template is an error at the tag",
        arguments: [
            Specimen("a\nb {{c", 2, 3, TemplateTagReader.unclosedTag("{{", ending: "}}")),
            Specimen("{{", 1, 1, TemplateTagReader.unclosedTag("{{", ending: "}}")),
            Specimen("a {{{c}}", 1, 3, TemplateTagReader.unclosedTag("{{{", ending: "}}}")),
            Specimen("{{! c", 1, 1, TemplateTagReader.unclosedTag("{{!", ending: "}}")),
            Specimen("{{=<% %>}}", 1, 1, TemplateTagReader.unclosedTag("{{=", ending: "=}}")),
            Specimen("{{=<% %>=}}<%a}}", 1, 12, TemplateTagReader.unclosedTag("<%", ending: "%>")),
            Specimen("{{=<%=}}", 1, 1, TemplateTagReader.malformedDelimiters),
            Specimen("{{=a b c=}}", 1, 1, TemplateTagReader.malformedDelimiters),
            Specimen("{{=a= b=}}", 1, 1, TemplateTagReader.malformedDelimiters),
            Specimen("é\u{1F600}{{}}", 1, 3, TemplateParser.emptyName),
            Specimen("{{#  }}", 1, 1, TemplateParser.emptyName),
            Specimen("{{> }}", 1, 1, TemplateParser.emptyName),
            Specimen("{{else if}}", 1, 1, TemplateParser.spacedName("else if")),
            Specimen("{{a\n{{b}}", 1, 1, TemplateParser.spacedName("a\n{{b")),
            Specimen("{{a..b}}", 1, 1, TemplateParser.emptyPart("a..b")),
            Specimen("{{..a}}", 1, 1, TemplateParser.emptyPart("..a")),
            Specimen("{{#a.}}{{/a.}}", 1, 1, TemplateParser.emptyPart("a.")),
            Specimen("{{<a}}{{/a}}", 1, 1, TemplateTagReader.inheritance),
            Specimen("{{$a}}{{/a}}", 1, 1, TemplateTagReader.inheritance),
            Specimen("{{>*a}}", 1, 1, TemplateParser.dynamicName),
            Specimen("a\n\n {{#b}}\nc", 3, 2, TemplateParser.unclosedSection("b")),
            Specimen("{{^b}}{{#c}}{{/c}}", 1, 1, TemplateParser.unclosedSection("b")),
            Specimen("a\n{{/b}}", 2, 1, TemplateParser.unopenedSection("b")),
            Specimen("{{#b}}{{/b}}{{/b}}", 1, 13, TemplateParser.unopenedSection("b")),
            Specimen("\n {{#a}}\n{{/b}}{{/a}}", 3, 1, TemplateParser.mismatchedEnd("b", open: "a", line: 2, column: 2)),
            Specimen("{{#a}}{{^b}}{{/a}}", 1, 13, TemplateParser.mismatchedEnd("a", open: "b", line: 1, column: 7)),
        ]
    )
    func malformed(specimen: Specimen) {
        let expected = TemplateError(
            template: "Struct.swift",
            line: specimen.line,
            column: specimen.column,
            message: specimen.message
        )
        #expect(throws: expected) { try Template(name: "Struct.swift", source: specimen.source) }
    }

    @Test("a mismatched end tag names both positions")
    func bothPlaces() {
        let error = #expect(throws: TemplateError.self) {
            try Template(name: "Struct.swift", source: "{{#a}}\n  {{/b}}\n")
        }
        #expect(
            error?.description
                == "Struct.swift.mustache:2:3: error: "
                + "{{/b}} comes before the end of section `a` of 1:1; close that with {{/a}} first"
        )
    }

    @Test("of several malformed templates, the first by name is reported")
    func firstByName() {
        let error = #expect(throws: TemplateError.self) {
            try TemplateSet(sources: ["c": "{{", "b": "{{", "a": ""])
        }
        #expect(error?.template == "b")
    }
}
