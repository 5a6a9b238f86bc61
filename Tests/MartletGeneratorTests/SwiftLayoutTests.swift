import Testing

@testable import MartletGenerator

@Suite("SwiftLayout")
struct SwiftLayoutTests {
    /// Names so long that two or three of them fill a line.
    private static let a = String(repeating: "a", count: 40)
    private static let b = String(repeating: "b", count: 40)
    private static let c = String(repeating: "c", count: 40)

    static let code: [(line: String, lines: [String])] = [
        // Lines that fit stay as they are, up to the last column.
        ("let a = f(\(a), \(b))", ["let a = f(\(a), \(b))"]),
        ("let abcdefghijkl = call(\(a), \(b), wwwwwwww)", ["let abcdefghijkl = call(\(a), \(b), wwwwwwww)"]),
        // Parameters and arguments: as many on a line as fit.
        (
            "    public func f(a: \(a), b: \(b), c: \(c)) async throws -> [A] {",
            ["    public func f(", "        a: \(a), b: \(b),", "        c: \(c)", "    ) async throws -> [A] {"]
        ),
        ("case a(\(a), \(b), \(c))", ["case a(", "    \(a), \(b),", "    \(c)", ")"]),
        (
            "_ = try await f(\(a), \(b), \(c)).body",
            ["_ = try await f(", "    \(a), \(b),", "    \(c)", ").body"]
        ),
        (
            "return try await send(\(a), \(b), \(c)) { response in",
            ["return try await send(", "    \(a), \(b),", "    \(c)", ") { response in"]
        ),
        (
            "} else if let value: [A] = f(\(a), \(b), \(c)) {",
            ["} else if let value: [A] = f(", "    \(a), \(b),", "    \(c)", ") {"]
        ),
        // An argument that is too long is broken itself.
        (
            "x = f(1, with: [\(a), \(b), \(c)], by: 2)",
            ["x = f(", "    1,", "    with: [", "        \(a), \(b),", "        \(c),", "    ],", "    by: 2", ")"]
        ),
        // Literals end with a comma, unless they have one element.
        (
            "static let all: Known<[A]> = [.\(a), .\(b), .\(c)]",
            ["static let all: Known<[A]> = [", "    .\(a), .\(b),", "    .\(c),", "]"]
        ),
        ("let \(a) = [.\(b)\(c)]", ["let \(a) = [", "    .\(b)\(c)", "]"]),
        // The comma counts: with it, the third element would end in column 121.
        (
            "let a = [\(a), \(b), .\(c.dropLast(9))]",
            ["let a = [", "    \(a), \(b),", "    .\(c.dropLast(9)),", "]"]
        ),
        // A dictionary has a line for each element, and is broken when the call is that it belongs to.
        (
            "try request.setBody(form: \(a), encoding: [\"a\": .style(x), \"b\": .content(\"\(b)\")])",
            [
                "try request.setBody(", "    form: \(a),", "    encoding: [", "        \"a\": .style(x),",
                "        \"b\": .content(\"\(b)\"),", "    ]", ")",
            ]
        ),
        // The protocols of a type, and its brace.
        (
            "public enum \(a): \(b), \(c) {",
            ["public enum \(a): \(b),", "    \(c)", "{"]
        ),
        // Types are no literals, and angle brackets no brackets.
        (
            "var \(a): [String: \(b)\(c)]? = nil",
            ["var \(a): [String: \(b)\(c)]? =", "    nil"]
        ),
        ("func f(a: [\(a)\(b)\(c)] = [:]) -> A {", ["func f(", "    a: [\(a)\(b)\(c)] =", "        [:]", ") -> A {"]),
        ("let \(a) = Key<[\(b)]>(\"\(c)\")", ["let \(a) = Key<[\(b)]>(", "    \"\(c)\"", ")"]),
        // Blocks.
        (
            "public static var \(a): Self { Self(rawValue: \"\(b)\(c)\") }",
            ["public static var \(a): Self {", "    Self(rawValue: \"\(b)\(c)\")", "}"]
        ),
        (
            "send(\(a), \(b)) { try $0.\(c)() }",
            ["send(", "    \(a), \(b)", ") { try $0.\(c)() }"]
        ),
        ("    case .\(a): \"\(b)\(c)\"", ["    case .\(a):", "        \"\(b)\(c)\""]),
        ("    default: .\(a)(\(b), \(c.dropLast(15)))", ["    default:", "        .\(a)(\(b), \(c.dropLast(15)))"]),
        ("case \(a), \(b), \(c), d", ["case \(a), \(b)", "case \(c), d"]),
        // Where nothing else is left, the line is broken after the assignment, or not at all.
        ("self.\(a)\(b) = \(a)\(b)", ["self.\(a)\(b) =", "    \(a)\(b)"]),
        ("struct \(a)\(b): \(c) {", ["struct \(a)\(b): \(c) {"]),
        // Brackets in strings and comments don't count.
        (
            "f(\"(, \\\" \\(x(\")\")) [\", #\"\\\"#, \(a), \(b), \(c))",
            ["f(", "    \"(, \\\" \\(x(\")\")) [\", #\"\\\"#, \(a), \(b),", "    \(c)", ")"]
        ),
        ("f(\(a), \(b)) // \(c) (", ["f(", "    \(a), \(b)", ") // \(c) ("]),
        ("f(\"\(a), \(b), \(c))", ["f(\"\(a), \(b), \(c))"]),
        ("f(\(a), [\(b), \(c))", ["f(\(a), [\(b), \(c))"]),
    ]

    @Test("code wider than 120 columns is broken", arguments: code)
    func breaking(line: String, lines: [String]) {
        let text = lines.map { $0 + "\n" }.joined()
        #expect(Self.laidOut(line + "\n") == text)
        #expect(Self.laidOut(text) == text)
    }

    @Test("no bracket is broken if the indentation fills the line")
    func depth() {
        let text = Self.laidOut(String(repeating: "[x, ", count: 200) + String(repeating: "]", count: 200))
        #expect(text.split(separator: "\n").allSatisfy { $0.prefix { $0 == " " }.count <= 120 })
        #expect(Self.laidOut(text) == text)
    }

    private static let words = Array(repeating: "words", count: 19).joined(separator: " ")

    static let comments: [(text: String, result: String)] = [
        ("/// \(words) \(words)", "/// \(words)\n/// \(words)"),
        ("    // \(words) \(words)", "    // \(words)\n    // \(words)"),
        // The text of a list item is aligned.
        ("/// - \(words) \(words)", "/// - \(words)\n///   \(words)"),
        ("///   - Parameter a: \(words.dropLast(18)) \(a)", "///   - Parameter a: \(words.dropLast(18))\n///     \(a)"),
        // Columns are counted, not bytes.
        ("/// \(a) \(a) ééééééééééééééééééééééééééééééééé", "/// \(a) \(a) ééééééééééééééééééééééééééééééééé"),
        // A word that is too long has its own line; a fence is never moved.
        ("/// a \(a)\(b)\(c) b", "/// a\n/// \(a)\(b)\(c)\n/// b"),
        ("/// \(a) \(b) \(c.dropLast(10)) ```swift", "/// \(a) \(b) \(c.dropLast(10)) ```swift"),
        // Blocks of code and tables.
        ("/// ```\n/// \(words) \(words)\n/// ```", "/// ```\n/// \(words) \(words)\n/// ```"),
        ("///     \(words) \(words)", "///     \(words) \(words)"),
        ("/// | \(words) | \(words)", "/// | \(words) | \(words)"),
    ]

    @Test("comments wider than 120 columns are wrapped", arguments: comments)
    func wrapping(text: String, result: String) {
        #expect(Self.laidOut(text) == result + "\n")
        #expect(Self.laidOut(result) == result + "\n")
    }

    static let blanks: [(text: String, result: String)] = [
        ("", ""), ("\n  \n", ""), ("a", "a\n"), ("\n\na\n \nb\n\n\nc\n\n", "a\n\nb\n\nc\n"),
        ("a {\n\n    b  \n\n}\t\n\nc", "a {\n    b\n}\n\nc\n"),
        ("// a {\n\nb", "// a {\n\nb\n"),
        // Empty lines of documentation comments.
        ("///\n/// \n/// a\n///  \n///\n/// b\n///\nc", "/// a\n///\n/// b\nc\n"),
        ("a\n\n    ///\n    /// b\n    ///\n\nc", "a\n\n    /// b\n\nc\n"),
        ("///\na", "a\n"),
        ("/// ```\n///\n///\n/// ```\n///\na", "/// ```\n///\n///\n/// ```\na\n"),
        ("/// ```\n///\na\n///\n/// b", "/// ```\n///\na\n/// b\n"),
        // Multi-line string literals.
        ("a = \"\"\"\n\n\n  a  \n///\n}\n\"\"\"  \n\n\nb", "a = \"\"\"\n\n\n  a  \n///\n}\n\"\"\"\n\nb\n"),
        (
            "f(#\"\"\"\n\"\"\" \n\n\n\"\"\"#, \"\"\"\n \n\"\"\")\n\n\n",
            "f(#\"\"\"\n\"\"\" \n\n\n\"\"\"#, \"\"\"\n \n\"\"\")\n"
        ),
        ("// \"\"\"\n\n\na", "// \"\"\"\n\na\n"),
        ("a = \"\"\"\n\(words) \(words) f(x)\n\"\"\"", "a = \"\"\"\n\(words) \(words) f(x)\n\"\"\"\n"),
    ]

    @Test("blank lines, empty comment lines and spaces at the end of lines are normalised", arguments: blanks)
    func normalizing(text: String, result: String) {
        #expect(Self.laidOut(text) == result)
        #expect(Self.laidOut(result) == result)
    }

    @Test("layout is idempotent for any text", arguments: 0..<8)
    func soup(seed: UInt64) {
        let tokens = [
            "(", ")", "[", "]", "{", "}", "\"", "\\", "\\(", "#", "\"\"\"", "#\"\"\"", "\"\"\"#", "//", "///", "/// ",
            "/*", "*/", ",", ", ", ":", ": ", " = ", " ", "    ", "\n", "\n", "\t", "\r", "case ", "default:", "var ",
            "init(", "```", "- ", "|", "word", "a.b", "é", "\u{0}", Self.a, Self.a + Self.b + Self.c, "\"a, b\"",
            "x(a: 1, b: 2)", "[\"k\": v, \"l\": w]", "<A, B>",
        ]
        var random = SeededGenerator(state: seed)
        for _ in 0..<200 {
            // A few kinds of token at a time produce structures that all kinds together rarely do.
            let some = Bool.random(using: &random) ? tokens : (0..<6).map { _ in tokens.randomElement(using: &random)! }
            let text = (0..<100).map { _ in some.randomElement(using: &random)! }.joined()
            let once = Self.laidOut(text)
            #expect(Self.laidOut(once) == once, "\(text.debugDescription)")
        }
    }

    private static func laidOut(_ text: String) -> String {
        String(decoding: SwiftLayout.laidOut(Array(text.utf8)), as: UTF8.self)
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that tests see the same values in every run.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
