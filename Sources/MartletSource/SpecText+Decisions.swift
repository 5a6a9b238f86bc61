// What decisions need to know about text of a document. Text that is derived from it is also text of the document.
extension SpecText {
    /// The text of UTF-8 bytes.
    package init(decoding bytes: some Collection<UInt8>) { self.init(String(decoding: bytes, as: UTF8.self)) }

    /// The text with lowercase letters.
    package func lowercased() -> SpecText { SpecText(characters.lowercased()) }

    /// The text with uppercase letters.
    package func uppercased() -> SpecText { SpecText(characters.uppercased()) }

    /// Whether the text begins with the bytes of another one.
    package func hasPrefix(_ prefix: SpecText) -> Bool { characters.utf8.starts(with: prefix.characters.utf8) }

    /// Whether the text ends with the bytes of another one.
    package func hasSuffix(_ suffix: SpecText) -> Bool {
        characters.utf8.reversed().starts(with: suffix.characters.utf8.reversed())
    }

    /// Whether the text contains the bytes of a string.
    package func contains(_ part: String) -> Bool { characters.utf8.contains(part.utf8) }

    /// The text without the bytes of another one at its end.
    package func without(suffix: SpecText) -> SpecText {
        hasSuffix(suffix) ? SpecText(decoding: characters.utf8.dropLast(suffix.characters.utf8.count)) : self
    }

    /// The text without the bytes of another one at its beginning.
    package func without(prefix: SpecText) -> SpecText {
        hasPrefix(prefix) ? SpecText(decoding: characters.utf8.dropFirst(prefix.characters.utf8.count)) : self
    }

    /// The text with one string in place of another.
    package func replacing(_ part: String, with other: String) -> SpecText {
        SpecText(characters.replacing(part, with: other))
    }

    /// The key at the beginning of the text whose colon a no-break space follows, in place of the space that YAML requires
    /// (YAML 1.2.2, 7.3.3); `nil` if there is none.
    package var keyBeforeNoBreakSpace: SpecText? {
        guard let (key, rest) = split(at: { $0 == ":" }), rest.hasPrefix("\u{A0}"), !key.isEmpty,
            !key.characters.unicodeScalars.contains(where: {
                $0.properties.isWhitespace || "\"'#".contains(Character($0))
            })
        else { return nil }
        return key
    }

    /// The two parts around the first scalar for which a condition holds; `nil` if there is none.
    package func split(at isSeparator: (Unicode.Scalar) -> Bool) -> (before: SpecText, after: SpecText)? {
        let scalars = characters.unicodeScalars
        guard let index = scalars.firstIndex(where: isSeparator) else { return nil }
        return (SpecText(String(scalars[..<index])), SpecText(String(scalars[scalars.index(after: index)...])))
    }
}

extension Collection<SpecText> {
    /// Whether the texts differ as Swift strings, which are equal if they differ only in Unicode normalization (Unicode
    /// Standard Annex 15).
    package var differInSwift: Bool { Set(map(\.characters)).count == count }
}

extension Sequence<SpecText> {
    /// The texts as one, with a separator between them.
    package func joined(separator: SpecText) -> SpecText {
        SpecText(map(\.characters).joined(separator: separator.characters))
    }
}

extension LosslessStringConvertible where Self: Numeric {
    /// The number that the text is; `nil` for other text.
    package init?(_ text: SpecText) {
        self.init(text.characters)
    }
}

extension RawRepresentable<String> {
    /// The value for a word of a document; `nil` for an unknown one.
    package init?(rawValue word: SpecText) {
        self.init(rawValue: word.characters)
    }
}
