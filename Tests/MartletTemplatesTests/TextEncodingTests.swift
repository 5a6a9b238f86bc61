import MartletTemplates
import Testing

@Suite("Encodings, kinds and positions")
struct TextEncodingTests {
    /// A template, and what it renders.
    static let rendered: [(String, String)] = [
        ("[{{text.quoted}}]", "['a\nb']"), ("[{{name.quoted}}]", "['in']"), ("{{name.bare}}", "in"), ("{{name}}", "in"),
        ("x\n  // {{text.lines}}\ny", "x\n  // a\n  // b\ny"), ("{{nothing.quoted}}{{nothing.lines}}", ""),
        ("{{#list}}{{.quoted}} {{/list}}", "'1' '2' '3' "),
        ("{{#list}}{{^-first}}, {{/-first}}{{.quoted}}{{#-last}}.{{/-last}}{{/list}}", "'1', '2', '3'."),
        ("{{#rows}}{{#row}}{{.}}{{^-last}}+{{/-last}}{{/row}}{{^-last}};{{/-last}}{{/rows}}", "a+b;c"),
        ("{{#kind.square}}square {{.}}{{/kind.square}}{{#kind.circle}}circle{{/kind.circle}}", "square 4"),
        ("{{^kind.circle}}no circle{{/kind.circle}}", "no circle"),
        ("{{#nothing.deeper.still}}x{{/nothing.deeper.still}}", ""),
        ("<{{> inline}}>", "<in>"), ("a\n{{> empty}}b", "a\nb"), ("a\n{{> inline}}b", "a\ninb"),
    ]

    private static let context: TemplateValue = [
        "text": .text(TemplateText("a\nb")), "name": "in", "nothing": nil,
        "list": [.text(TemplateText("1")), .text(TemplateText("2")), .text(TemplateText("3"))],
        "rows": [["row": ["a", "b"]], ["row": ["c"]]],
        "kind": .choice(TemplateChoice("square", "4", among: ["square", "circle"])),
    ]

    private static let encodings: [TextEncoding] = [
        .inline("quoted") { text, output in
            output.append("'")
            output.append(text)
            output.append("'")
        },
        .inline("bare", isForNames: true) { $1.append($0) },
        .lines("lines") { $0.split(separator: "\n").map(String.init) },
    ]

    private func render(_ template: String) throws -> String {
        let sources = ["t": template, "inline": "{{! a comment }}\n{{name}}\n", "empty": "{{! a comment }}\n"]
        return try TemplateSet(sources: sources, encodings: Self.encodings).render("t", Self.context)
    }

    @Test("a template selects encodings, and tests kinds and positions", arguments: rendered.indices)
    func render(index: Int) throws {
        let (template, expected) = Self.rendered[index]
        #expect(try render(template) == expected)
    }

    /// A template, and a part of the error.
    static let refused: [(String, String)] = [
        ("\n {{text}}", "t.mustache:2:2: error: `text` is text of the document"),
        ("{{#list}}{{.}}{{/list}}", "`.` is text of the document"),
        ("{{text.quotd}}", "unknown encoding `quotd`; did you mean `quoted`?"), ("{{list.quoted}}", "`list` is a list"),
        ("{{#text.quoted}}{{/text.quoted}}", "a section can't have the encoding `quoted`"),
        ("{{#kind.triangle}}{{/kind.triangle}}", "unknown key `triangle`"), ("{{kind}}", "`kind` is an object"),
        ("{{quoted}}", "unknown key `quoted`"), ("{{text.bare}}", "t.mustache:1:1: error: `bare` takes names alone"),
    ]

    @Test("text without an encoding, and an encoding without text, are errors at the tag", arguments: refused.indices)
    func refuse(index: Int) throws {
        let (template, message) = Self.refused[index]
        let error = #expect(throws: TemplateError.self) { try render(template) }
        #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    }

    @Test("a template's first comment is available")
    func firstComment() throws {
        let set = try TemplateSet(sources: ["a": "{{! martlet 3 }}\nx", "b": "x{{! y }}", "c": ""])
        #expect(set.firstComment(of: "a") == "martlet 3")
        #expect(
            set.firstComment(of: "b") == nil && set.firstComment(of: "c") == nil && set.firstComment(of: "d") == nil)
    }
}
