/// The string literals of a Swift source, each without its quotes and interpolations.
struct SwiftStringLiterals {
    /// The texts, inner literals before those around them.
    private(set) var texts: [String] = []
    private var rest: Substring

    init(in source: String) {
        rest = source[...]
        skipCode(untilParenthesis: false)
    }

    /// Goes through code, to its end or to the parenthesis that closes an interpolation.
    private mutating func skipCode(untilParenthesis: Bool) {
        var depth = 0
        while let character = rest.first {
            if rest.hasPrefix("//") {
                rest = rest.drop { $0 != "\n" }
            } else if rest.hasPrefix("/*") {
                while !rest.isEmpty, !rest.hasPrefix("*/") { rest = rest.dropFirst() }
            } else if let quote = quote {
                readLiteral(quote)
            } else {
                rest = rest.dropFirst()
                if character == "(" { depth += 1 }
                if character == ")" {
                    if depth == 0, untilParenthesis { return }
                    depth -= 1
                }
            }
        }
    }

    /// The quotes of a literal that begins here, with their `#`.
    private var quote: Substring? {
        let hashes = rest.prefix { $0 == "#" }
        let quotes = rest.dropFirst(hashes.count).hasPrefix("\"\"\"") ? 3 : 1
        guard rest.dropFirst(hashes.count).first == "\"" else { return nil }
        return rest.prefix(hashes.count + quotes)
    }

    private mutating func readLiteral(_ opening: Substring) {
        let hashes = opening.prefix { $0 == "#" }
        let closing = String(opening.dropFirst(hashes.count) + hashes)
        let escape = "\\" + hashes
        var text = ""
        rest = rest.dropFirst(opening.count)
        while let character = rest.first, !rest.hasPrefix(closing) {
            if rest.hasPrefix(escape + "(") {
                rest = rest.dropFirst(escape.count + 1)
                skipCode(untilParenthesis: true)
            } else if rest.hasPrefix(escape) {
                text += rest.prefix(escape.count + 1)
                rest = rest.dropFirst(escape.count + 1)
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        rest = rest.dropFirst(closing.count)
        texts.append(text)
    }
}
