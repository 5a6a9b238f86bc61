import Foundation

/// The letters of a name that readers can tell apart and type.
///
/// Letters of any script stay, composed (Unicode Standard Annex 31, R4). By their numbers are spelled out, between spaces:
/// characters that can't be seen, those that equal others in normalization form KC, such as `ﬁ`, and letters that are mixed
/// with those of another script that look alike, such as a Cyrillic `а` among Latin letters (Unicode Technical Standard 39).
/// Pictures beside letters, as in `🚀 Launch`, are left out.
enum LegibleText {
    static func text(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars
        let scripts = scalars.compactMap(Script.init)
        let script = scripts.contains(.latin) ? .latin : scripts.first
        let hasLetters = scalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        var legible = ""
        var previous: Unicode.Scalar = " "
        for scalar in scalars {
            // What joins or varies a picture belongs to it.
            let isJoint = previous.isPicture && ["\u{200D}", "\u{FE0F}"].contains(scalar)
            if hasLetters, scalar.isPicture || isJoint {
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
        if properties.isDefaultIgnorableCodePoint || String(scalar).isChangedByCompatibility { return false }
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

extension Unicode.Scalar {
    /// Whether the scalar is an emoji, or another symbol that is neither a letter nor part of a calculation.
    fileprivate var isPicture: Bool {
        !isASCII && (properties.generalCategory == .otherSymbol || properties.isEmojiModifier)
    }
}

extension String {
    /// Whether another text is the same in normalization form KC.
    fileprivate var isChangedByCompatibility: Bool {
        !precomposedStringWithCompatibilityMapping.unicodeScalars.elementsEqual(unicodeScalars)
    }
}
