import Foundation
import MartletSource
import MartletTestSupport
import Testing

struct DiagnosticTests {
    private let place = Location(path: "api.yaml", position: Position(line: 3, column: 5))

    @Test("the format of a diagnostic is path:line:column: severity: text")
    func description() {
        #expect(Diagnostic.error("bad", at: place).description == "api.yaml:3:5: error: bad")
        #expect(Diagnostic.warning("odd", at: place).description == "api.yaml:3:5: warning: odd")
        #expect(Diagnostic.note("here", at: nil).description == "note: here")
    }

    @Test("JSON has the fields in a fixed order and omits missing ones")
    func json() {
        #expect(
            Diagnostic.error("bad", at: place).json()
                == #"{"path":"api.yaml","line":3,"column":5,"severity":"error","message":"bad"}"#
        )
        #expect(Diagnostic.note("here", at: nil).json() == #"{"severity":"note","message":"here"}"#)
    }

    @Test("JSON gives back the exact path and stays on one line")
    func jsonPath() throws {
        let path = "a\"\\\n\u{202E}\u{E0001}é.yaml"
        let json = Diagnostic.error("bad", at: Location(path: path, position: .start)).json()
        #expect(!json.contains("\n"))
        #expect(!json.contains("\u{202E}"))
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["path"] as? String == path)
    }

    @Test(
        "text of a document is quoted and cannot forge a line, a command or a terminal escape",
        arguments: [
            ("plain", "\"plain\""),
            ("x\n::error file=a.swift::owned", "\"x<U+000A>::error file=a.swift::owned\""),
            ("\r\n/a/b.swift:1:1: error: fake", "\"<U+000D><U+000A>/a/b.swift:1:1: error: fake\""),
            ("\u{1B}[2J\u{1B}]52;c;eA==\u{7}", "\"<U+001B>[2J<U+001B>]52;c;eA==<U+0007>\""),
            ("\u{9B}31m", "\"<U+009B>31m\""),
            ("a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}e", "\"a<U+202E>b<U+2066>c<U+200B>d<U+FEFF>e\""),
            ("a\u{2028}b\u{85}c\0d\u{7F}", "\"a<U+2028>b<U+0085>c<U+0000>d<U+007F>\""),
            ("##[error]x ##vso[task]", "\"#<U+0023>[error]x #<U+0023>vso[task]\""),
            ("\u{E0041}\u{F8FF}\u{10FFFF}", "\"<U+E0041><U+F8FF><U+10FFFF>\""),
            ("é日本😀e\u{301}", "\"é日本😀e\u{301}\""),
        ]
    )
    func escaping(text: String, shown: String) {
        let specText = SpecText(text)
        #expect(("\(specText)" as Diagnostic.Text).text == shown)
        #expect(("\(quoted: text)" as Diagnostic.Text).text == shown)
    }

    @Test("text of a document is cut after 200 characters")
    func cutting() {
        let fits = SpecText(String(repeating: "é", count: 200))
        let long = SpecText(String(repeating: "é", count: 201))
        #expect(("\(fits)" as Diagnostic.Text).text == "\"\(String(repeating: "é", count: 200))\"")
        #expect(("\(long)" as Diagnostic.Text).text == "\"\(String(repeating: "é", count: 200))…\"")
    }

    @Test("other parts of a message are not quoted, but cannot contain line breaks either")
    func parts() {
        let inner: Diagnostic.Text = "inner \(7)"
        let message: Diagnostic.Text = "a \("b\nc") \(inner) at \(place) or \(place.position)"
        #expect(message.text == "a b<U+000A>c inner 7 at api.yaml:3:5 or 3:5")
    }

    @Test("a path cannot contain line breaks either")
    func path() {
        let location = Location(path: "a\n\u{1B}b.yaml", position: .start)
        #expect(Diagnostic.error("bad", at: location).description == "a<U+000A><U+001B>b.yaml:1:1: error: bad")
    }

    @Test("a collector keeps the order and reports whether there are errors")
    func collector() {
        let collector = DiagnosticCollector()
        collector.report(.warning("one", at: nil))
        #expect(!collector.hasErrors)
        collector.report(.error("two", at: nil))
        collector.report(.note("three", at: nil))
        #expect(collector.hasErrors)
        #expect(collector.diagnostics.map(\.message.text) == ["one", "two", "three"])
    }
}
