/// A name in the generated code: letters, digits and underscores of ASCII, not beginning with a digit.
///
/// No other text of a document ever stands where Swift expects a name, so no document can break out of one.
package struct Identifier: Hashable, Sendable {
    /// The name without backticks.
    package let text: String

    /// - Returns: `nil` when the text is not a plain identifier.
    package init?(_ text: String) {
        guard let first = text.utf8.first, !Words.isDigit(first),
            text.utf8.allSatisfy({ Words.isLetter($0) || Words.isDigit($0) || $0 == UInt8(ascii: "_") }),
            text != "_"
        else { return nil }
        self.text = text
    }

    /// The name of a type, from words in any spelling.
    package static func type(_ words: Words) -> Identifier { Identifier(words: words.upperCamelCase) }

    /// The name of a property, function, argument or case, from words in any spelling.
    package static func member(_ words: Words) -> Identifier { Identifier(words: words.lowerCamelCase) }

    /// The name of one of several: `Part` of `Parts`, `Entry` of `Entries`; `nil` when the name is no plural that shows.
    package var singular: Identifier? {
        if text.hasSuffix("ies"), text.utf8.count > 4 { return Identifier(text.dropLast(3) + "y") }
        for ending in ["sses", "shes", "ches", "xes"] where text.hasSuffix(ending) {
            return Identifier(String(text.dropLast(2)))
        }
        guard text.hasSuffix("s"), text.utf8.count > 2, !["ss", "us", "is"].contains(where: text.hasSuffix) else {
            return nil
        }
        return Identifier(String(text.dropLast()))
    }

    /// Puts text in front.
    package func prefixed(_ prefix: String) -> Identifier { Identifier(words: prefix + text) }

    /// Puts text behind.
    package func suffixed(_ suffix: String) -> Identifier { Identifier(words: text + suffix) }

    /// As it stands in code: in backticks when it's a keyword (The Swift Programming Language, Lexical Structure).
    package var code: String { ReservedWords.isKeyword(text) ? "`\(text)`" : text }

    /// - Parameter words: letters, digits and underscores; never empty.
    private init(words: String) {
        let text = words.utf8.count > Self.longest ? Self.shortened(words) : words
        self.text = text.utf8.first.map(Words.isDigit) == true ? "_" + text : text
    }

    /// The most bytes that a name has; file names are made of names, and file systems stop at 255.
    private static let longest = 120

    /// The beginning and a hash of the whole, so that long names which differ only at the end stay apart.
    private static func shortened(_ text: String) -> String {
        String(text.prefix(longest - 17)) + "_" + String(StableHash.hash(text), radix: 16)
    }
}
