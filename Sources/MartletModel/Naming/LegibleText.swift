/// The letters of a name that readers can tell apart and type.
///
/// Letters of any script are kept, in normalization form C (Unicode Standard Annex 31, R4). Three kinds of characters are
/// replaced with their code points, between spaces: characters that can't be seen, characters that normalization form KC
/// replaces, such as `ﬁ`, and letters that look like those of another script in the name (``LookAlikes``). Symbols with a name
/// become words, as in `10€`, and other punctuation separates words. Emoji beside letters, as in `🚀 Launch`, are left out.
enum LegibleText {
    static func text(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let scalars = Array(text.composed.unicodeScalars)
        let lookAlikes = LookAlikes.positions(in: scalars)
        let hasLetters = scalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        var legible = ""
        var previous: Unicode.Scalar = " "
        for (index, scalar) in scalars.enumerated() {
            // A joiner or a variation selector belongs to the emoji before it.
            let isJoint = previous.isSymbol && ["\u{200D}", "\u{FE0F}"].contains(scalar)
            if let symbol = SymbolNames.others[scalar] {
                legible += " \(symbol) "
            } else if hasLetters, scalar.isSymbol || isJoint {
                legible += " "
                previous = isJoint ? previous : scalar
                continue
            } else if scalar.isASCII || isPart(scalar, after: previous) && !lookAlikes.contains(index) {
                // Words of other scripts begin with capitals too.
                let isHump = scalar.properties.isUppercase && previous.properties.isLowercase
                if isHump, !scalar.isASCII || !previous.isASCII { legible += " " }
                legible.unicodeScalars.append(scalar)
            } else if scalar.isSeparator {
                legible += " "
            } else if scalar.value > 0x9F {
                legible += " \(codePoint(of: scalar)) "
            }
            previous = scalar
        }
        return legible
    }

    /// The code point as a word, which no text in ASCII is split to: `u20AC`.
    static func codePoint(of scalar: Unicode.Scalar) -> String {
        "u" + String(scalar.value, radix: 16, uppercase: true)
    }

    /// Whether a character other than ASCII is part of a name.
    static func isPart(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || scalar.isChangedByCompatibility { return false }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        case .nonspacingMark, .spacingMark, .decimalNumber:
            return previous.properties.isXIDContinue && previous != "_"
        default: return false
        }
    }
}

extension String {
    /// The text in normalization form C.
    ///
    /// The standard library's property is public and part of its stable ABI, though its name begins with an underscore.
    /// Foundation's would add 60 MB of ICU to a static executable.
    fileprivate var composed: String { String(decoding: _nfcCodeUnits, as: UTF8.self) }
}

extension Unicode.Scalar {
    /// Whether the scalar is an emoji, or another symbol that is neither a letter nor part of a calculation.
    fileprivate var isSymbol: Bool {
        !isASCII && (properties.generalCategory == .otherSymbol || properties.isEmojiModifier)
    }

    /// Whether the scalar is visible punctuation, or a space.
    fileprivate var isSeparator: Bool {
        guard !properties.isDefaultIgnorableCodePoint else { return false }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .spaceSeparator:
            return true
        default: return false
        }
    }

    /// Whether normalization form KC replaces the scalar: a letter, mark or digit of a text in form C.
    ///
    /// The standard library knows only whether form KC with case folding replaces it. Where case folding alone does, the
    /// scalar's lowercase mapping is examined, except for the listed letters, whose lowercase mapping is themselves.
    fileprivate var isChangedByCompatibility: Bool {
        guard properties.changesWhenNFKCCaseFolded else { return false }
        guard properties.changesWhenCaseFolded else { return true }
        switch value {
        case 0xB5, 0x149, 0x17F, 0x3D0...0x3D6, 0x3F0...0x3F2, 0x3F4...0x3F5, 0x587, 0x1E9A...0x1E9B, 0xFB00...0xFB17:
            return true
        default:
            return properties.lowercaseMapping.unicodeScalars.contains {
                $0.properties.changesWhenNFKCCaseFolded && !$0.properties.changesWhenCaseFolded
            }
        }
    }
}
