package import MartletSource

/// The words of a name in any spelling: `access-token`, `AccessToken` and `ACCESS_TOKEN` have the same two.
package struct Words: Sendable, ExpressibleByStringLiteral {
    /// Letters and digits; not empty.
    private let words: [String]
    /// Whether the name has no lowercase letter, so that its capitals don't mark acronyms.
    private let isAllUppercase: Bool
    /// Whether the name has no uppercase letter, so that acronyms have to be recognized.
    private let isAllLowercase: Bool

    package init(_ text: SpecText) {
        let words = Self.joined(Self.split(text))
        self.words = words.isEmpty ? Self.spelledOut(text) : words
        let letters = text.utf8
        isAllUppercase = !letters.contains(where: Self.isLowercase)
        isAllLowercase = !letters.contains(where: Self.isUppercase)
    }

    private init(words: [String], of whole: Words) {
        self.words = words
        isAllUppercase = whole.isAllUppercase
        isAllLowercase = whole.isAllLowercase
    }

    /// The words with the first one in lower case if it is this one.
    func lowering(first word: String) -> Words {
        guard words[0] == word else { return self }
        return Words(words: [word.lowercased()] + words.dropFirst(), of: self)
    }

    /// What is left without these words at the front; `nil` when other words stand there, or nothing is left.
    func dropping(prefix: Words) -> Words? {
        guard words.count > prefix.words.count,
            zip(words, prefix.words).allSatisfy({ $0.lowercased() == $1.lowercased() })
        else { return nil }
        return Words(words: Array(words.dropFirst(prefix.words.count)), of: self)
    }

    /// What is left without a word at the end; `nil` when that is nothing, or the last word is another one.
    func dropping(suffix: String) -> Words? {
        guard words.count > 1, words.last?.lowercased() == suffix else { return nil }
        return Words(words: words.dropLast(), of: self)
    }

    /// What is left without the words at the front and at the end that other words have there too; `nil` when that is
    /// nothing.
    func dropping(shared other: Words) -> Words? {
        let own = words.map { $0.lowercased() }
        let others = other.words.map { $0.lowercased() }
        let front = zip(own, others).prefix { $0 == $1 }.count
        let end = zip(own.dropFirst(front).reversed(), others.dropFirst(front).reversed()).prefix { $0 == $1 }.count
        let rest = words[front..<(words.count - end)]
        return rest.isEmpty ? nil : Words(words: Array(rest), of: self)
    }

    /// Words from a literal.
    package init(stringLiteral value: String) { self.init(SpecText(value)) }

    /// `AccessToken`, `JSONPatch`.
    package var upperCamelCase: String { camelCase() }

    /// `accessToken`, `jsonPatch`.
    package var lowerCamelCase: String { camelCase(lowersFirst: true) }

    /// `ACCESS_TOKEN`.
    package var screamingSnakeCase: String { words.joined(separator: "_").uppercased() }

    /// The words, each capitalized. Acronyms are entirely uppercase, following the API Design Guidelines, unless the
    /// document spells them differently; for the most frequent ones its spelling doesn't count. An underscore keeps numbers
    /// apart: `v10_15`.
    private func camelCase(lowersFirst: Bool = false) -> String {
        var name: [UInt8] = []
        name.reserveCapacity(words.reduce(0) { $0 + $1.utf8.count })
        for (index, word) in words.enumerated() {
            if let last = name.last, let first = word.utf8.first, Self.isDigit(last), Self.isDigit(first) {
                name.append(UInt8(ascii: "_"))
            }
            if index == 0, lowersFirst {
                name += Self.isCodePoint(word.utf8) ? Array(word.utf8) : Array(word.lowercased().utf8)
            } else {
                append(word, to: &name)
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// Appends a word, capitalized.
    private func append(_ word: String, to name: inout [UInt8]) {
        if let acronym = Acronyms.fixedSpelling(of: word) ?? (isAllLowercase ? Acronyms.spelling(of: word) : nil) {
            name += acronym.utf8
            return
        }
        let isLowered = isAllUppercase && words.count > 1 && !Self.isCodePoint(word.utf8)
        if let first = word.unicodeScalars.first, !first.isASCII {
            let rest = String(word.unicodeScalars.dropFirst())
            name += (first.properties.titlecaseMapping + (isLowered ? rest.lowercased() : rest)).utf8
            return
        }
        for (index, byte) in word.utf8.enumerated() {
            name.append(index == 0 ? Self.uppercased(byte) : isLowered ? Self.lowercased(byte) : byte)
        }
    }

    /// Whether a word is a code point, or the beginning of one, whose digits keep their case.
    private static func isCodePoint(_ word: some Collection<UInt8>) -> Bool {
        word.first == UInt8(ascii: "u")
            && word.dropFirst().allSatisfy { isDigit($0) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) }
    }

    private static func uppercased(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte & ~0x20 : byte }

    private static func lowercased(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte | 0x20 : byte }

    static func isLowercase(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    private static func isUppercase(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool { isLowercase(byte) || isUppercase(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Splits at characters other than letters and digits, before an uppercase letter after a lowercase letter or a
    /// digit (`accessToken`), and before the last of several uppercase letters when a lowercase one follows (`APIKey`).
    private static func split(_ text: SpecText) -> [String] {
        let hasCodePoints = text.utf8.contains { $0 >= 0x80 }
        var text = LegibleText.text(withoutApostrophes(text.raw(for: .words)))
        return text.withUTF8 { bytes in
            var words: [String] = []
            words.reserveCapacity(4)
            // The beginning of the current word.
            var start: Int?
            var isAfterLowercase = false
            var isAfterUppercase = false
            func finish(at end: Int) {
                if let start, start < end { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
                start = nil
            }
            for (index, byte) in bytes.enumerated() {
                if isLetter(byte) || isDigit(byte) || byte >= 0x80 {
                    if isUppercase(byte), isAfterLowercase,
                        !hasCodePoints || !isCodePoint(bytes[(start ?? index)...index])
                    {
                        finish(at: index)
                    }
                    if isLowercase(byte), isAfterUppercase, !isPlural(bytes, index, start) {
                        finish(at: index - 1)
                        start = index - 1
                    }
                    start = start ?? index
                } else if index == 0, let sign = signs[byte], bytes.count > 1, isDigit(bytes[1]) {
                    words.append(sign)
                } else {
                    finish(at: index)
                    if byte == UInt8(ascii: "&"), !words.isEmpty { words.append("and") }
                }
                isAfterUppercase = isUppercase(byte)
                isAfterLowercase = isLowercase(byte) || isDigit(byte)
            }
            finish(at: bytes.count)
            return words
        }
    }

    /// The text without the apostrophes between letters: `Don't know`, `Project's`.
    private static func withoutApostrophes(_ text: String) -> String {
        // Few texts have the first byte of an apostrophe, `'` or U+2019.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var words = ""
        for (index, scalar) in scalars.enumerated() {
            let isInside = 0 < index && index + 1 < scalars.count
            let isApostrophe = isInside && ["'", "\u{2019}"].contains(scalar)
            if isApostrophe, [scalars[index - 1], scalars[index + 1]].allSatisfy(\.properties.isAlphabetic) {
                continue
            }
            words.unicodeScalars.append(scalar)
        }
        return words
    }

    /// Whether an `s` makes a plural of the capitals before it: `userIDs`.
    private static func isPlural(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: Int?) -> Bool {
        guard bytes[index] == UInt8(ascii: "s"), let start, index - start > 1 else { return false }
        return index + 1 == bytes.count || !isLowercase(bytes[index + 1])
    }

    /// `OAuth`, `IPv4` and `IPv6` are one word each.
    private static func joined(_ words: [String]) -> [String] {
        guard words.contains(where: { ["O", "o", "I"].contains($0) }) else { return words }
        var joined: [String] = []
        for word in words {
            if joined.last == "I", word.hasPrefix("Pv4") || word.hasPrefix("Pv6") {
                joined[joined.count - 1] += word
                continue
            }
            let isAuth = joined.last?.lowercased() == "o" && word.lowercased().hasPrefix("auth")
            let first = isAuth ? joined.removeLast() : ""
            joined.append(first == "O" ? "OA" + word.dropFirst() : first + word)
        }
        return joined
    }

    /// `+1` and `-1` are common values and must differ.
    private static let signs = [UInt8(ascii: "+"): "plus", UInt8(ascii: "-"): "minus"]

    /// The names of symbols, for text without letters and digits, such as `!=`.
    private static func spelledOut(_ text: SpecText) -> [String] {
        guard !text.isEmpty else { return ["empty"] }
        return text.raw(for: .words).unicodeScalars.map {
            SymbolNames.ascii[$0] ?? SymbolNames.others[$0] ?? LegibleText.codePoint(of: $0)
        }
    }
}
