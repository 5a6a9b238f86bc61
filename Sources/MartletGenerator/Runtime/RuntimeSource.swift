/// A source file of the runtime, taken apart.
///
/// It is formatted: a declaration begins in the first column, or one step further within `#if`.
struct RuntimeSource {
    /// A declaration with its comment, or a line with `import`, `#if`, `#else` or `#endif`.
    struct Part {
        enum Kind {
            case `import`, directive, type, `extension`, function

            var isLine: Bool { self == .import || self == .directive }
            /// Whether it stays outside the namespace and needs the full names of the types in it.
            var isOutside: Bool { self == .extension || self == .function }
        }

        let kind: Kind
        /// The index of the keyword among the tokens; the declared or extended name follows.
        let keyword: Int
        let tokens: SwiftTokens

        var name: Substring { tokens[keyword + 1] }
        var isPublic: Bool { (0..<keyword).contains { tokens[$0] == "public" } }
    }

    /// The namespace has no place for a declaration.
    struct UnknownDeclaration: Error {
        let file: String
        let text: String
    }

    /// The name of the file, without `.swift`.
    let name: String
    let parts: [Part]

    init(name: String, _ text: String) throws(UnknownDeclaration) {
        self.name = name
        var parts: [Part] = []
        var lines: [Substring] = []
        var indentation = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let code = line.drop { $0 == " " }
            if code.hasPrefix("#endif"), lines.isEmpty { indentation -= 4 }
            // A comment about the file, or a blank line between declarations.
            if line.isEmpty, lines.allSatisfy({ $0.drop { $0 == " " }.hasPrefix("//") }) {
                lines.removeAll()
                continue
            }
            lines.append(line)
            // Only a line that is not indented further ends a declaration.
            guard line.utf8.count - code.utf8.count == indentation || code.hasPrefix("#") else { continue }
            guard let part = Self.part(SwiftTokens(Array(lines.joined(separator: "\n").utf8))) else { continue }
            parts.append(part)
            lines.removeAll()
            if code.hasPrefix("#if") { indentation += 4 }
        }
        guard lines.isEmpty else { throw UnknownDeclaration(file: name, text: lines.joined(separator: "\n")) }
        self.parts = parts
    }

    /// `nil` if the declaration goes on.
    private static func part(_ tokens: SwiftTokens) -> Part? {
        if tokens[0] == "#" { return Part(kind: .directive, keyword: 0, tokens: tokens) }
        guard let keyword = tokens.all.indices.first(where: { kinds[tokens[$0]] != nil }),
            let kind = kinds[tokens[keyword]]
        else { return nil }
        let isLine = kind == .import || tokens[keyword] == "typealias"
        let isWhole = tokens.depth == 0 && tokens[tokens.all.count - 1] == "}"
        return isLine || isWhole ? Part(kind: kind, keyword: keyword, tokens: tokens) : nil
    }

    private static let kinds: [Substring: Part.Kind] = [
        "import": .import, "extension": .extension, "func": .function, "struct": .type, "class": .type, "enum": .type,
        "protocol": .type, "actor": .type, "typealias": .type,
    ]
}
