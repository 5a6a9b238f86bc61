/// Letters that look like Latin ones (Unicode Technical Standard 39, section 4), such as the Cyrillic `а`.
enum LookAlikes {
    /// The positions of letters that readers would take for those of another script that the name has.
    ///
    /// In a word with Latin letters these are the other letters that look like Latin ones, so `Δt` is kept. A word of another
    /// script beside Latin words is kept unless all its letters look like Latin ones. In a word of other scripts, the letters
    /// of all scripts but the first are not kept.
    static func positions(in scalars: [Unicode.Scalar]) -> Set<Int> {
        let scripts = scalars.map(Script.init)
        guard Set(scripts.compactMap(\.self)).count > 1 else { return [] }
        return words(in: scalars).reduce(into: []) { positions, word in
            let letters = word.filter { scripts[$0] != nil }
            guard let first = letters.first else { return }
            if letters.contains(where: { scripts[$0] == .latin }) {
                positions.formUnion(letters.filter { scripts[$0] != .latin && isLookAlike(scalars[$0]) })
                return
            }
            let others = letters.filter { scripts[$0] != scripts[first] }
            // The first letter becomes a capital in the middle of a name.
            let capital = scalars[first].properties.uppercaseMapping.unicodeScalars.first ?? scalars[first]
            let looksLatin = isLookAlike(capital) && letters.dropFirst().allSatisfy { isLookAlike(scalars[$0]) }
            positions.formUnion(looksLatin ? letters : others)
        }
    }

    /// The positions of the letters, marks and digits of each word, which a capital begins too.
    private static func words(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        for (index, scalar) in scalars.enumerated() {
            let isPart = scalar.properties.isXIDContinue && scalar != "_"
            let isCapital = scalar.properties.isUppercase
            let isAfterSmall = index > start && scalars[index - 1].properties.isLowercase
            let isBeforeSmall = index + 1 < scalars.count && scalars[index + 1].properties.isLowercase
            guard !isPart || isCapital && (isAfterSmall || isBeforeSmall) else { continue }
            words.append(start..<index)
            start = isPart ? index : index + 1
        }
        return words + [start..<scalars.count]
    }

    private static func isLookAlike(_ scalar: Unicode.Scalar) -> Bool {
        switch Script(scalar) {
        case nil, .latin: false
        case .cherokee, .coptic: true
        // Letters with further marks, and historic ones.
        case .greek where scalar.value > 0x3FF, .cyrillic where scalar.value > 0x52F: true
        case .greek, .cyrillic, .armenian: letters.contains(scalar)
        }
    }

    private static let letters = Set(
        ("асеорхугѕіјѐёїԁһԛԝѵүӏьз" + "АВСЕНІЈКМОРЅТУХѴҮԚԜӀЁЇЀҺЬЗ"
            + "ικνορυχίόύϊϋΐΰϳ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΆΈΉΊΌΎΪΫͿ"
            + "օոսհցզյլՕՍՏԼՈ").unicodeScalars)

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
