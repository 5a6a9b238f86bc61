/// The words and marks of Swift source, without comments and the text of string literals.
struct SwiftTokens {
    struct Token {
        let range: Range<Int>
        /// A keyword, a name or a number, rather than a mark such as a bracket.
        let isWord: Bool
    }

    private let source: [UInt8]
    private(set) var all: [Token] = []
    /// How many more brackets are opened than closed.
    private(set) var depth = 0

    init(_ source: [UInt8]) {
        self.source = source
        var index = 0
        read(from: &index, inInterpolation: false)
    }

    /// The text of a token; empty before the first and after the last one.
    subscript(index: Int) -> Substring {
        all.indices.contains(index) ? Substring(decoding: source[all[index].range], as: UTF8.self) : ""
    }

    /// Whether a word is a member of the preceding expression, rather than the upper bound of a range.
    func isMember(_ index: Int) -> Bool { self[index - 1] == "." && self[index - 2] != "." }

    /// The source with other words.
    ///
    /// - Parameter word: What to write for the word with an index; `nil` for nothing, without the parentheses and the space
    ///   after the word.
    func replacing(_ word: (Int, Substring) -> String?) -> String {
        var bytes: [UInt8] = []
        var end = 0
        for (index, token) in all.enumerated() where token.isWord && token.range.lowerBound >= end {
            bytes += source[end..<token.range.lowerBound]
            end = token.range.upperBound
            if let text = word(index, self[index]) {
                bytes += text.utf8
            } else {
                if self[index + 1] == "(", all.indices.contains(index + 3) { end = all[index + 3].range.upperBound }
                end += 1
            }
        }
        return String(decoding: bytes + source[end...], as: UTF8.self)
    }

    private func byte(_ index: Int) -> UInt8 { index < source.count ? source[index] : 0 }

    private mutating func read(from index: inout Int, inInterpolation: Bool) {
        let outerDepth = depth
        while index < source.count {
            let start = index
            switch source[index] {
            case UInt8(ascii: "/") where byte(index + 1) == UInt8(ascii: "/"):
                index = source[index...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
            case UInt8(ascii: "\""): skipString(from: &index, pounds: 0)
            case UInt8(ascii: "#"):
                let pounds = source[index...].prefix { $0 == UInt8(ascii: "#") }.count
                index += pounds
                if byte(index) == UInt8(ascii: "\"") {
                    skipString(from: &index, pounds: pounds)
                } else {
                    all.append(Token(range: start..<index, isWord: false))
                }
            case let letter where letter.isSwiftLetter:
                index = source[index...].firstIndex { !$0.isSwiftLetter } ?? source.count
                all.append(Token(range: start..<index, isWord: true))
            case UInt8(ascii: " "), UInt8(ascii: "\n"): index += 1
            case let mark:
                index += 1
                switch mark {
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: ")") where inInterpolation && depth == outerDepth: return
                case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                default: break
                }
                all.append(Token(range: start..<index, isWord: false))
            }
        }
    }

    /// Skips a string literal from its first quotation mark on, but for the code within it.
    private mutating func skipString(from index: inout Int, pounds: Int) {
        let hashes = Array(repeating: UInt8(ascii: "#"), count: pounds)
        let quotes = source[index...].starts(with: "\"\"\"".utf8) ? 3 : 1
        let end = Array(repeating: UInt8(ascii: "\""), count: quotes) + hashes
        let escape = [UInt8(ascii: "\\")] + hashes
        index += quotes
        while index < source.count, !source[index...].starts(with: end) {
            guard source[index...].starts(with: escape) else {
                index += 1
                continue
            }
            index += escape.count + 1
            if byte(index - 1) == UInt8(ascii: "(") { read(from: &index, inInterpolation: true) }
        }
        index = min(index + end.count, source.count)
    }
}
