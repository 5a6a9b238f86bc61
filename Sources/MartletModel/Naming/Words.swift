package import MartletSource

/// The words in a name, whatever way it's spelled: `access-token`, `AccessToken` and `ACCESS_TOKEN` have the same two.
package struct Words: Sendable, ExpressibleByStringLiteral {
    /// Letters and digits of ASCII; never empty.
    private let words: [String]
    /// Whether the name has no lower-case letter: then its capitals say nothing about acronyms.
    private let isShouting: Bool
    /// Whether the name has no capital: then its author leaves it to us which words are acronyms.
    private let isWhispering: Bool

    package init(_ text: SpecText) {
        let words = Self.split(text)
        self.words = words.isEmpty ? Self.spelledOut(text) : words
        let letters = text.unencoded.utf8
        isShouting = !letters.contains(where: Self.isSmall)
        isWhispering = !letters.contains(where: Self.isCapital)
    }

    /// Words of our own.
    package init(stringLiteral value: String) { self.init(SpecText(value)) }

    /// `AccessToken`, `JSONPatch`.
    package var upperCamelCase: String { capitalized(words[...]) }

    /// `accessToken`, `jsonPatch`.
    package var lowerCamelCase: String { (words.first?.lowercased() ?? "") + capitalized(words.dropFirst()) }

    /// `ACCESS_TOKEN`.
    package var screamingSnakeCase: String { words.joined(separator: "_").uppercased() }

    /// Words as they stand within a name. Acronyms are in capitals all through, as the API Design Guidelines have it,
    /// unless the document's author has spelled them in another way.
    private func capitalized(_ words: ArraySlice<String>) -> String {
        var name: [UInt8] = []
        name.reserveCapacity(words.reduce(0) { $0 + $1.utf8.count })
        for word in words {
            if isWhispering, let acronym = Acronyms.spelling(of: word) {
                name += acronym.utf8
                continue
            }
            let isLowered = isShouting && self.words.count > 1
            for (index, byte) in word.utf8.enumerated() {
                name.append(index == 0 ? Self.capital(byte) : isLowered ? Self.small(byte) : byte)
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static func capital(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte & ~0x20 : byte }

    private static func small(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte | 0x20 : byte }

    private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool { isSmall(byte) || isCapital(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Splits where letters and digits end, before a capital that follows a small letter or a digit (`accessToken`) and
    /// before the last capital of several that a small letter follows (`APIKey`).
    private static func split(_ text: SpecText) -> [String] {
        var text = text.unencoded
        return text.withUTF8 { bytes in
            var words: [String] = []
            words.reserveCapacity(4)
            // Where the word that has not ended yet begins.
            var start: Int?
            var isAfterSmall = false
            var isAfterCapital = false
            func finish(at end: Int) {
                if let start, start < end { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
                start = nil
            }
            for (index, byte) in bytes.enumerated() {
                if isLetter(byte) || isDigit(byte) {
                    if isCapital(byte), isAfterSmall { finish(at: index) }
                    if isSmall(byte), isAfterCapital {
                        finish(at: index - 1)
                        start = index - 1
                    }
                    start = start ?? index
                } else if index == 0, let sign = signs[byte], bytes.count > 1, isDigit(bytes[1]) {
                    words.append(sign)
                } else {
                    finish(at: index)
                    // Not every reader can tell look-alikes of other scripts from ASCII, nor type them: they are spelled
                    // out, where their first byte is.
                    if byte >= 0xC0 {
                        let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
                        words += scalar.map { ["U" + String($0.value, radix: 16, uppercase: true)] } ?? []
                    }
                }
                isAfterCapital = isCapital(byte)
                isAfterSmall = isSmall(byte) || isDigit(byte)
            }
            finish(at: bytes.count)
            return words
        }
    }

    /// `+1` and `-1` are common as values and must differ.
    private static let signs = [UInt8(ascii: "+"): "plus", UInt8(ascii: "-"): "minus"]

    /// The names of symbols, for text without any letter or digit, such as `!=`.
    private static func spelledOut(_ text: SpecText) -> [String] {
        guard !text.isEmpty else { return ["empty"] }
        return text.unencoded.unicodeScalars.map { symbols[$0] ?? "U" + String($0.value, radix: 16, uppercase: true) }
    }

    private static let symbols: [Unicode.Scalar: String] = [
        " ": "space", "!": "not", "\"": "quote", "#": "hash", "$": "dollar", "%": "percent", "&": "and",
        "'": "apostrophe", "(": "open", ")": "close", "*": "star", "+": "plus", ",": "comma", "-": "minus", ".": "dot",
        "/": "slash", ":": "colon", ";": "semicolon", "<": "less", "=": "equals", ">": "greater", "?": "question",
        "@": "at", "[": "openBracket", "\\": "backslash", "]": "closeBracket", "^": "caret", "_": "underscore",
        "`": "backtick", "{": "openBrace", "|": "or", "}": "closeBrace", "~": "tilde",
    ]
}
