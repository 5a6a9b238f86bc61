import MartletSource

/// A name in the generated code: letters, digits and underscores, not beginning with a digit.
///
/// Text of a document gets into generated code as a name only through this type, so it can't break out of one.
package struct Identifier: Hashable, Sendable {
    /// The name without backticks.
    package let text: String

    /// - Returns: `nil` when the text is not such a name.
    package init?(_ text: String) {
        guard let first = text.utf8.first, !Words.isDigit(first),
            text.utf8.allSatisfy({ Words.isLetter($0) || Words.isDigit($0) || $0 == UInt8(ascii: "_") || $0 >= 0x80 }),
            text != "_", LegibleText.text(text).utf8.lazy.filter({ $0 != UInt8(ascii: " ") }).elementsEqual(text.utf8)
        else { return nil }
        self.text = text
    }

    /// The name of a type, from words in any spelling.
    package static func type(_ words: Words) -> Identifier { Identifier(words: words.upperCamelCase) }

    /// The name of a property, function, argument or case, from words in any spelling.
    package static func member(_ words: Words) -> Identifier { Identifier(words: words.lowerCamelCase) }

    /// The name of a member that has no meaning in Swift already: `initValue` for `init`.
    package var unreserved: Identifier { avoiding(ReservedWords.members) }

    /// The name with a suffix if it is among others.
    func avoiding(_ names: Set<String>) -> Identifier {
        names.contains(text) ? suffixed(text.hasSuffix("Value") ? "Member" : "Value") : self
    }

    /// The name with a capital at the front.
    package var capitalized: Identifier { Identifier(words: text.prefix(1).uppercased() + text.dropFirst()) }

    /// The singular of a name: `Part` for `Parts`, `OrderEntry` for `OrderEntries`; `nil` when its last word is not a
    /// recognizable plural.
    package var singular: Identifier? {
        let capital = text.lastIndex { $0.isUppercase } ?? text.startIndex
        let word = text[capital...]
        guard let singular = Singular.of(word.lowercased()) else { return nil }
        let first = singular.prefix(1)
        let start = word.first?.isUppercase == true ? first.uppercased() : String(first)
        return Identifier(String(text[..<capital]) + start + singular.dropFirst())
    }

    /// The name with a prefix.
    package func prefixed(_ prefix: String) -> Identifier { Identifier(words: prefix + text) }

    /// The name with a suffix.
    package func suffixed(_ suffix: String) -> Identifier { Identifier(words: text + suffix) }

    /// The name as code: in backticks when it is a keyword (The Swift Programming Language, Lexical Structure).
    package var code: String { ReservedWords.isKeyword(text) ? "`\(text)`" : text }

    /// Whether the first character is a capital letter.
    var beginsWithCapital: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }

    /// - Parameter words: Letters, digits and underscores, as `LegibleText` has them; not empty.
    private init(words: String) {
        let text = words.utf8.count > Self.maximumLength ? Self.shortened(words) : words
        self.text = text.utf8.first.map(Words.isDigit) == true ? "_" + text : text
    }

    /// The maximum length in bytes; files are named after types, and file systems allow 255 bytes.
    static let maximumLength = 120

    /// The beginning of the text and a hash of the whole, so that long names which differ only at the end stay
    /// distinct.
    private static func shortened(_ text: String) -> String {
        String(decoding: text.utf8.prefix(maximumLength - 17), as: UTF8.self).replacing("\u{FFFD}", with: "") + "_"
            + String(StableHash.hash(text), radix: 16)
    }
}
