import MartletTemplates
import Testing

@Suite("Rendering")
struct TemplateRenderingTests {
    struct Specimen: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let template: String
        let context: TemplateValue
        let expected: String

        init(_ name: String, _ template: String, _ context: TemplateValue, _ expected: String) {
            testDescription = name
            self.template = template
            self.context = context
            self.expected = expected
        }
    }

    @Test(
        "what a tag renders",
        arguments: [
            Specimen(
                "text without tags is copied byte for byte",
                "a } { é\u{1F600}\t\r\n",
                [:],
                "a } { é\u{1F600}\t\r\n"
            ),
            Specimen("an empty template renders nothing", "", [:], ""),
            Specimen(
                "code is not escaped",
                "{{t}} {{{t}}} {{&t}}",
                ["t": "[A<B>] & \"c\""],
                #"[A<B>] & "c" [A<B>] & "c" [A<B>] & "c""#
            ),
            Specimen("null places nothing", "[{{a}}]", ["a": nil], "[]"),
            Specimen("a boolean places its Swift literal", "{{a}} {{b}}", ["a": true, "b": false], "true false"),
            Specimen("a tag in a value is not rendered again", "{{a}}", ["a": "{{b}}", "b": "no"], "{{b}}"),
            Specimen("a dotted name descends", "{{a.b.c}}", ["a": ["b": ["c": "x"]]], "x"),
            Specimen("whitespace around a name is ignored, line breaks too", "{{ a }}{{{\n a\n}}}", ["a": "x"], "xx"),
            Specimen("a key may hold any text but whitespace", "{{x-y/ü}}", ["x-y/ü": "x"], "x"),
            Specimen(
                "delimiters change for the rest of the template",
                "{{=<% %>=}}<%a%>{{a}}<%={{ }}=%>{{a}}",
                ["a": "x"],
                "x{{a}}x"
            ),
            Specimen("a raw tag works with other delimiters", "{{=<% %>=}}<%{a}%>|<%&a%>", ["a": "x"], "x|x"),
        ]
    )
    func values(specimen: Specimen) throws {
        #expect(try render(specimen) == specimen.expected)
    }

    @Test(
        "what a section renders",
        arguments: [
            Specimen(
                "a list repeats, each item being a scope",
                "{{#l}}{{n}}{{o}};{{/l}}",
                ["o": "!", "l": [["n": "1"], ["n": "2"]]],
                "1!;2!;"
            ),
            Specimen("a list of texts repeats with the dot", "{{#l}}<{{.}}>{{/l}}", ["l": ["a", "", "b"]], "<a><><b>"),
            Specimen(
                "a list in a list repeats with the dot",
                "{{#l}}({{#.}}{{.}}{{/.}}){{/l}}",
                ["l": [["a", "b"], []]],
                "(ab)()"
            ),
            Specimen("an item that is false is an item", "{{#l}}<{{.}}>{{/l}}", ["l": [false, nil]], "<false><>"),
            Specimen("an inner key hides an outer one", "{{#o}}{{a}}{{/o}}{{a}}", ["a": "1", "o": ["a": "2"]], "21"),
            Specimen("an inner null hides an outer value", "{{#o}}[{{a}}]{{/o}}", ["a": "1", "o": ["a": nil]], "[]"),
            Specimen(
                "true renders once, with the scopes as they were",
                "{{#b}}{{a}}{{/b}}",
                ["a": "1", "b": true],
                "1"
            ),
            Specimen("text renders once", "{{#t}}={{.}}{{/t}}", ["t": "x"], "=x"),
            Specimen(
                "null, false, empty text and an empty list are false",
                "{{#n}}n{{/n}}{{#f}}f{{/f}}{{#t}}t{{/t}}{{#l}}l{{/l}}",
                ["n": nil, "f": false, "t": "", "l": []],
                ""
            ),
            Specimen(
                "an inverted section is rendered for what is false",
                "{{^n}}n{{/n}}{{^f}}f{{/f}}{{^t}}t{{/t}}{{^l}}l{{/l}}",
                ["n": nil, "f": false, "t": "", "l": []],
                "nftl"
            ),
            Specimen("an empty object is true", "{{#o}}yes{{/o}}{{^o}}no{{/o}}", ["o": [:]], "yes"),
            Specimen("sections nest", "{{#a}}1{{^b}}2{{#a}}3{{/a}}{{/b}}4{{/a}}", ["a": true, "b": false], "1234"),
        ]
    )
    func sections(specimen: Specimen) throws {
        #expect(try render(specimen) == specimen.expected)
    }

    @Test(
        "standalone lines",
        arguments: [
            Specimen(
                "a section's tags take their lines with them",
                "a\n  {{#b}}\n  c\n\t{{/b}} \t\nd\n",
                ["b": true],
                "a\n  c\nd\n"
            ),
            Specimen("CRLF lines go as a whole", "a\r\n{{#b}}\r\nc\r\n{{/b}}\r\nd\r\n", ["b": true], "a\r\nc\r\nd\r\n"),
            Specimen("a lone CR ends no line", "{{#b}}\r{{/b}}", ["b": true], "\r"),
            Specimen("a comment of several lines takes them all", "a\n  {{! b\n c }}\nd", [:], "a\nd"),
            Specimen("a tag on the last line needs no line break", "a\n {{#b}}\nc\n {{/b}}", ["b": true], "a\nc\n"),
            Specimen("a value keeps its line", "  {{a}}\n", ["a": nil], "  \n"),
            Specimen("two tags on a line keep it", " {{#b}} {{/b}}\n", ["b": true], "  \n"),
            Specimen(
                "a line that begins within a comment is none of its own",
                "a{{! b\n }} {{#b}}\nc{{/b}}",
                ["b": true],
                "a \nc"
            ),
            Specimen(
                "adjacent lines of tags all go",
                "{{#b}}\n{{^c}}\n{{! d }}\n{{=<% %>=}}\nx\n<%/c%>\n<%/b%>\n",
                ["b": true, "c": false],
                "x\n"
            ),
        ]
    )
    func lines(specimen: Specimen) throws {
        #expect(try render(specimen) == specimen.expected)
    }

    @Test("rendering appends to the output")
    func appending() throws {
        let templates = try TemplateSet(sources: ["a": "{{x}}\n", "b": "b{{x}}"])
        var output = TextBuffer()
        output.append(">")
        try templates.render("a", [["x": "1"]], into: &output)
        try templates.render("b", [["x": "2"]], into: &output)
        let text = output.text
        #expect(text == ">1\nb2")
    }

    @Test("HTML escaping leaves raw tags and text alone")
    func escaping() throws {
        let templates = try TemplateSet(sources: ["a": "<&{{x}}{{{x}}}{{&x}}"], escaping: .html)
        #expect(try templates.render("a", ["x": "<é>"]) == "<&&lt;é&gt;<é><é>")
    }

    @Test("a lenient set renders nothing for unknown keys and for values other than text")
    func lenient() throws {
        let source = "[{{a}}{{b.c}}{{#d}}x{{/d}}{{^d}}y{{/d}}{{> nowhere}}{{l}}{{o}}]"
        let templates = try TemplateSet(sources: ["a": source], lookup: .lenient)
        #expect(try templates.render("a", ["b": "text", "l": ["x"], "o": ["x": "y"]]) == "[y]")
    }

    private func render(_ specimen: Specimen) throws -> String {
        try TemplateSet(sources: ["t": specimen.template]).render("t", specimen.context)
    }
}
