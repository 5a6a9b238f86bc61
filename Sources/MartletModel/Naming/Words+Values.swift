import MartletSource

extension Words {
    /// The words of an enum's value or a parameter's name, with a word for each sign that is significant at its position:
    /// `-name`, `2+2`, `>=5`, `C#`, `StartTime<`.
    ///
    /// The words depend only on the text, so that adding another value, such as `GMT+1` beside `GMT-1`, doesn't rename
    /// any. A hyphen joins words, as in `top-left` and `1-10`, unless it is at the beginning or the end, or follows the
    /// name of a time zone. A plus joins words in a media type (RFC 6838, section 4.2.8).
    init(value text: SpecText) {
        guard text.utf8.contains(where: Self.signBytes.contains), text.utf8.contains(where: Self.isWordByte) else {
            self.init(text)
            return
        }
        let scalars = Array(text.raw(for: .words).unicodeScalars)
        self.init(text, scalars.indices.map { Self.sign(at: $0, in: scalars) })
    }

    /// The words of a text, with a word for each sign except hyphens between letters.
    init(spellingOut text: SpecText) {
        let scalars = Array(text.raw(for: .words).unicodeScalars)
        let signs = scalars.indices.map { index -> String? in
            let beside = [scalars[..<index].last, scalars.dropFirst(index + 1).first]
            let joins = scalars[index] == "-" && beside.allSatisfy { $0?.properties.isAlphabetic == true }
            return joins || ["_", " "].contains(scalars[index]) ? nil : SymbolNames.ascii[scalars[index]]
        }
        self.init(text, signs)
    }

    /// - Parameter signs: For each scalar of the text, the word that replaces it.
    private init(_ text: SpecText, _ signs: [String?]) {
        // In a text without lowercase letters, capitals don't mark acronyms.
        let isUppercase = !text.utf8.contains(where: Self.isLowercase)
        let parts = zip(text.raw(for: .words).unicodeScalars, signs).map { scalar, sign in
            sign.map { " \(isUppercase ? $0.uppercased() : $0) " } ?? String(scalar)
        }
        self.init(SpecText(parts.joined()))
    }

    private static let signBytes = Set("+-<>=!#%".utf8)

    private static func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 }

    /// The word for a sign; `nil` for other characters, and for a sign that only joins words.
    private static func sign(at index: Int, in scalars: [Unicode.Scalar]) -> String? {
        let before = scalars[..<index]
        let next = scalars.dropFirst(index + 1).first
        switch scalars[index] {
        case "+" where !(before.contains("/") && next?.properties.isAlphabetic == true): return "plus"
        case "-" where index == 0 && next != "-" || next == nil && before.last != "-": return "minus"
        case "-" where next?.properties.numericType != nil && isTimeZone(before.suffix(3)): return "minus"
        case "<", ">", "=", "!":
            let isLeading = before.allSatisfy(isComparison)
            return isLeading || endsWithComparison(scalars, at: index) ? SymbolNames.ascii[scalars[index]] : nil
        case "#" where next == nil: return "sharp"
        case "%" where before.last?.properties.numericType != nil: return "percent"
        default: return nil
        }
    }

    /// Whether a scalar belongs to a comparison at the end, as in `date>=`, and not to the brackets of `Page<User>`.
    private static func endsWithComparison(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard scalars[index...].allSatisfy(isComparison) else { return false }
        let end = scalars.reversed().prefix(while: isComparison)
        return end.contains { "<>".unicodeScalars.contains($0) } && !scalars.dropLast(end.count).contains("<")
    }

    private static func isComparison(_ scalar: Unicode.Scalar) -> Bool { "<>=!".unicodeScalars.contains(scalar) }

    private static func isTimeZone(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.elementsEqual("GMT".unicodeScalars) || scalars.elementsEqual("UTC".unicodeScalars)
    }
}
