/// A regular expression of JSONPath's functions (I-Regexp, RFC 9485).
///
/// Matching keeps the set of all possible positions in the text, so its time is at most proportional to the product of
/// the lengths of pattern and text.
struct IRegexp {
    indirect enum Pattern {
        case scalar(ScalarSet)
        case sequence([Pattern])
        case choice([Pattern])
        case repetition(Pattern, atLeast: Int, atMost: Int)
    }

    /// The scalars that match at one position.
    struct ScalarSet {
        enum Member {
            case range(ClosedRange<Unicode.Scalar>)
            /// A general category of Unicode, such as `Lu`, or the first letter of several categories.
            case category(String, isNegated: Bool)
        }

        var members: [Member]
        var isNegated = false

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            let isMember = members.contains { member in
                switch member {
                case .range(let range): range.contains(scalar)
                case .category(let name, let isNegated):
                    scalar.properties.generalCategory.name.hasPrefix(name) != isNegated
                }
            }
            return isMember != isNegated
        }
    }

    private let pattern: Pattern

    /// Parses an expression; `nil` if the text is not a valid expression.
    init?(_ text: String) {
        var parser = IRegexpParser(text)
        guard let pattern = parser.pattern(), parser.isAtEnd else { return nil }
        self.pattern = pattern
    }

    /// Whether the expression matches a text, or a part of it.
    func matches(_ text: String, isWhole: Bool) -> Bool {
        let text = Array(text.unicodeScalars)
        let ends = Self.ends(of: pattern, in: text, from: isWhole ? [0] : Set(0...text.count))
        return isWhole ? ends.contains(text.count) : !ends.isEmpty
    }

    /// The positions where a match can end that begins at one of the given positions.
    private static func ends(of pattern: Pattern, in text: [Unicode.Scalar], from starts: Set<Int>) -> Set<Int> {
        switch pattern {
        case .scalar(let set):
            return Set(starts.filter { $0 < text.count && set.contains(text[$0]) }.map { $0 + 1 })
        case .sequence(let parts): return parts.reduce(starts) { ends(of: $1, in: text, from: $0) }
        case .choice(let choices):
            return choices.reduce(into: []) { $0.formUnion(ends(of: $1, in: text, from: starts)) }
        case .repetition(let part, let minimum, let maximum):
            var current = starts
            for _ in 0..<minimum {
                let next = ends(of: part, in: text, from: current)
                if next == current { break }
                current = next
            }
            var all = current
            for _ in minimum..<maximum {
                current = ends(of: part, in: text, from: current).subtracting(all)
                if current.isEmpty { break }
                all.formUnion(current)
            }
            return all
        }
    }
}

extension Unicode.GeneralCategory {
    /// The short name (Unicode Standard Annex 44, table 12).
    fileprivate var name: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
