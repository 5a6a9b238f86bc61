import Foundation
import MartletTestSupport
import Testing

@testable import MartletGenerator

/// Templates own the text, so contexts hold no Swift.
@Suite("Sources of contexts")
struct ContextKeywordTests {
    /// The keywords that stand in declarations, statements and expressions (The Swift Programming Language, "Lexical
    /// Structure", "Keywords and Punctuation").
    private static let keywords: Set<Substring> = [
        "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue",
        "convenience", "default", "defer", "deinit", "do", "dynamic", "else", "enum", "extension", "fallthrough",
        "false",
        "fileprivate", "final", "for", "func", "get", "guard", "if", "import", "in", "indirect", "init", "inout",
        "internal", "is", "lazy", "let", "mutating", "nil", "nonisolated", "open", "operator", "override", "package",
        "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "set", "some", "static",
        "struct",
        "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "unowned", "var", "weak",
        "where",
        "while",
    ]

    @Test("string literals contain no Swift keywords, except keys")
    func keywords() throws {
        let keys = ContextReference.builtIn.keys
        let folder = Repository.root.appendingPathComponent("Sources/MartletGenerator/Contexts")
        let files = TemporaryFolder.files(below: folder).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 10)
        var literals = 0
        for file in files {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for literal in SwiftStringLiterals(in: Self.withoutMessages(text)).texts {
                literals += 1
                // A literal that is entirely a context key is never output.
                if keys.contains(literal) { continue }
                let words = literal.split { !($0.isLetter || $0.isNumber || $0 == "_") }
                let found = words.filter(Self.keywords.contains)
                #expect(found.isEmpty, "\(file): \"\(literal)\" belongs into a template")
            }
        }
        #expect(literals > 200)
    }

    @Test("string literals are found beside comments, in interpolations, over several lines and with #")
    func literals() {
        let source = #"""
            // "no"
            let a = "one" + b("two \(c("three") + d) four"), e = ["fi\"ve": #"s"i\x"#] /* "no" */
            let f = """
                seven \(g)
                eight
                """
            """#
        let found = SwiftStringLiterals(in: source).texts.map { $0.split { $0.isWhitespace }.joined(separator: " ") }
        #expect(found == ["one", "three", "two four", #"fi\"ve"#, #"s"i\x"#, "seven eight"])
    }

    /// A source without messages to users: the extensions of `Diagnostic.Message` and `Diagnostic.Text`.
    private static func withoutMessages(_ source: String) -> String {
        var isMessage = false
        return source.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            if ["extension Diagnostic.Message {", "extension Diagnostic.Text {"].contains(line) { isMessage = true }
            defer { if line == "}" { isMessage = false } }
            return !isMessage
        }.joined(separator: "\n")
    }
}
