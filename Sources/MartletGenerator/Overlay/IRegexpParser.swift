/// Parses regular expressions (RFC 9485, section 4).
struct IRegexpParser {
    private var text: ArraySlice<Unicode.Scalar>
    private var depth = 0

    /// The maximum nesting depth of parentheses.
    private static let maximumDepth = 50

    private static let categories: Set<String> = [
        "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf",
        "Pi", "Po", "Ps", "Z", "Zl", "Zp", "Zs", "S", "Sc", "Sk", "Sm", "So", "C", "Cc", "Cf", "Cn", "Co",
    ]

    init(_ text: String) { self.text = Array(text.unicodeScalars)[...] }

    var isAtEnd: Bool { text.isEmpty }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard text.first == scalar else { return false }
        text.removeFirst()
        return true
    }

    /// The branches between `|`.
    mutating func pattern() -> IRegexp.Pattern? {
        guard depth < Self.maximumDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        var branches: [IRegexp.Pattern] = []
        repeat {
            var pieces: [IRegexp.Pattern] = []
            while let next = text.first, next != "|", next != ")" {
                guard let atom = atom(), let piece = quantified(atom) else { return nil }
                pieces.append(piece)
            }
            branches.append(.sequence(pieces))
        } while take("|")
        return .choice(branches)
    }

    private mutating func atom() -> IRegexp.Pattern? {
        guard let scalar = text.popFirst() else { return nil }
        switch scalar {
        case "(":
            guard let inner = pattern(), take(")") else { return nil }
            return inner
        case ".": return .scalar(.init(members: [.range("\n"..."\n"), .range("\r"..."\r")], isNegated: true))
        case "\\": return escape().map { .scalar(.init(members: [$0])) }
        case "[": return set().map { .scalar($0) }
        case ")", "*", "+", "?", "]", "{", "|", "}": return nil
        default: return .scalar(.init(members: [.range(scalar...scalar)]))
        }
    }

    private mutating func quantified(_ atom: IRegexp.Pattern) -> IRegexp.Pattern? {
        if take("*") { return .repetition(atom, atLeast: 0, atMost: .max) }
        if take("+") { return .repetition(atom, atLeast: 1, atMost: .max) }
        if take("?") { return .repetition(atom, atLeast: 0, atMost: 1) }
        guard take("{") else { return atom }
        guard let minimum = number() else { return nil }
        let maximum = take(",") ? text.first == "}" ? .max : number() : minimum
        guard let maximum, maximum >= minimum, take("}") else { return nil }
        return .repetition(atom, atLeast: minimum, atMost: maximum)
    }

    private mutating func number() -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        text.removeFirst(digits.count)
        return Int(String(String.UnicodeScalarView(digits)))
    }

    /// Parses an escape sequence after its backslash.
    private mutating func escape() -> IRegexp.ScalarSet.Member? {
        guard let scalar = text.popFirst() else { return nil }
        switch scalar {
        case "n": return .range("\n"..."\n")
        case "r": return .range("\r"..."\r")
        case "t": return .range("\t"..."\t")
        case "p", "P":
            guard take("{") else { return nil }
            let name = String(String.UnicodeScalarView(text.prefix { $0 != "}" }))
            text.removeFirst(name.unicodeScalars.count)
            guard Self.categories.contains(name), take("}") else { return nil }
            return .category(name, isNegated: scalar == "P")
        case "("..."+", "-", ".", "?", "["..."^", "{"..."}": return .range(scalar...scalar)
        default: return nil
        }
    }

    /// Parses a set after its opening bracket.
    private mutating func set() -> IRegexp.ScalarSet? {
        var set = IRegexp.ScalarSet(members: [])
        set.isNegated = take("^")
        if take("-") { set.members.append(.range("-"..."-")) }
        while let scalar = text.popFirst() {
            switch scalar {
            case "]": return set.members.isEmpty ? nil : set
            case "-":
                // At the end, a hyphen stands for itself.
                guard text.first == "]", !set.members.isEmpty else { return nil }
                set.members.append(.range("-"..."-"))
            case "[": return nil
            default:
                guard let member = scalar == "\\" ? escape() : .range(scalar...scalar) else { return nil }
                guard case .range(let first) = member, text.first == "-", text.dropFirst().first != "]" else {
                    set.members.append(member)
                    continue
                }
                text.removeFirst()
                guard let last = text.popFirst(), last != "[", last != "-",
                    case .range(let end)? = last == "\\" ? escape() : .range(last...last),
                    first.lowerBound <= end.upperBound
                else { return nil }
                set.members.append(.range(first.lowerBound...end.upperBound))
            }
        }
        return nil
    }
}
