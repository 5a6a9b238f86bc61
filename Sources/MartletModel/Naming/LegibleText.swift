/// The letters of a name that readers can tell apart and type.
///
/// Letters of any script are kept, in normalization form C (Unicode Standard Annex 31, R4). Three kinds of characters are
/// replaced with their code points, between spaces: characters that can't be seen, characters that normalization form KC
/// replaces, such as `ﬁ`, and letters among similar letters of another script, such as a Cyrillic `а` among Latin letters
/// (Unicode Technical Standard 39). Emoji beside letters, as in `🚀 Launch`, are left out.
enum LegibleText {
    static func text(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let scalars = text.composed.unicodeScalars
        let scripts = scalars.compactMap(Script.init)
        let script = scripts.contains(.latin) ? .latin : scripts.first
        let hasLetters = scalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        var legible = ""
        var previous: Unicode.Scalar = " "
        for scalar in scalars {
            // A joiner or a variation selector belongs to the emoji before it.
            let isJoint = previous.isSymbol && ["\u{200D}", "\u{FE0F}"].contains(scalar)
            if hasLetters, scalar.isSymbol || isJoint {
                legible += " "
                previous = isJoint ? previous : scalar
                continue
            }
            let isForeign = Script(scalar).map { $0 != script } ?? false
            if scalar.isASCII || isPart(scalar, after: previous) && !isForeign {
                // Words of other scripts begin with capitals too.
                let isHump = scalar.properties.isUppercase && previous.properties.isLowercase
                if isHump, !scalar.isASCII || !previous.isASCII { legible += " " }
                legible.unicodeScalars.append(scalar)
            } else if scalar.value > 0x9F {
                legible += " U" + String(scalar.value, radix: 16, uppercase: true) + " "
            }
            previous = scalar
        }
        return legible
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

    /// The scripts whose letters look like those of another one.
    private enum Script {
        case latin, greek, cyrillic, armenian, cherokee, coptic

        init?(_ scalar: Unicode.Scalar) {
            guard scalar.properties.isAlphabetic else { return nil }
            switch scalar.value {
            case 0..<0x250, 0x1E00..<0x1F00, 0xA720..<0xA800: self = .latin
            case 0x370..<0x400, 0x1F00..<0x2000: self = .greek
            case 0x400..<0x530, 0x1C80..<0x1C90, 0x2DE0..<0x2E00, 0xA640..<0xA6A0: self = .cyrillic
            case 0x530..<0x590: self = .armenian
            case 0x13A0..<0x1400, 0xAB70..<0xABC0: self = .cherokee
            case 0x2C80..<0x2D00: self = .coptic
            default: return nil
            }
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
