/// Parses JSONPath queries (RFC 9535, section 2.1).
struct JSONPathParser {
    private let text: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    var isAtEnd: Bool { index == text.count }

    private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

    /// Takes a text if it comes next.
    mutating func take(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard text[index...].starts(with: scalars) else { return false }
        index += scalars.count
        return true
    }

    private mutating func skipBlanks() {
        while let scalar = next, " \t\n\r".unicodeScalars.contains(scalar) { index += 1 }
    }

    /// Takes a text if it comes next after blanks.
    private mutating func takeWord(_ word: String) -> Bool {
        skipBlanks()
        return take(word)
    }

    mutating func segments() -> [JSONPath.Segment]? {
        var segments: [JSONPath.Segment] = []
        while true {
            let start = index
            skipBlanks()
            if take("..") {
                guard let selectors = next == "[" ? brackets() : shorthand() else { return nil }
                segments.append(.init(isDescendant: true, selectors: selectors))
            } else if take(".") {
                guard let selectors = shorthand() else { return nil }
                segments.append(.init(isDescendant: false, selectors: selectors))
            } else if next == "[" {
                guard let selectors = brackets() else { return nil }
                segments.append(.init(isDescendant: false, selectors: selectors))
            } else {
                index = start
                return segments
            }
        }
    }

    /// `*` or a name without quotation marks.
    private mutating func shorthand() -> [JSONPath.Selector]? {
        if take("*") { return [.wildcard] }
        var name = String.UnicodeScalarView()
        while let scalar = next, Self.isNameScalar(scalar), !name.isEmpty || !("0"..."9").contains(scalar) {
            name.append(scalar)
            index += 1
        }
        return name.isEmpty ? nil : [.name(String(name))]
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: !scalar.isASCII
        }
    }

    private mutating func brackets() -> [JSONPath.Selector]? {
        guard take("[") else { return nil }
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipBlanks()
            guard let selector = selector() else { return nil }
            selectors.append(selector)
        } while takeWord(",")
        return takeWord("]") ? selectors : nil
    }

    private mutating func selector() -> JSONPath.Selector? {
        switch next {
        case "*":
            index += 1
            return .wildcard
        case "'", "\"": return string().map { .name($0) }
        case "?":
            index += 1
            return condition().map { .filter($0) }
        default:
            let start = integer()
            guard takeWord(":") else { return start.map { .index($0) } }
            skipBlanks()
            let end = integer()
            guard takeWord(":") else { return .slice(start: start, end: end, step: 1) }
            skipBlanks()
            return .slice(start: start, end: end, step: integer() ?? 1)
        }
    }

    private mutating func integer() -> Int? {
        let start = index
        if next == "-" { index += 1 }
        while let scalar = next, ("0"..."9").contains(scalar) { index += 1 }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: text[start..<index])
        if let number = Int(String(digits)) { return number }
        index = start
        return nil
    }

    /// A string in single or double quotation marks (section 2.3.1.1).
    private mutating func string() -> String? {
        guard let quote = next else { return nil }
        index += 1
        var value = String.UnicodeScalarView()
        while let scalar = next {
            index += 1
            if scalar == quote { return String(value) }
            guard scalar == "\\" else {
                value.append(scalar)
                continue
            }
            guard let escaped = next else { return nil }
            index += 1
            switch escaped {
            case "b": value.append("\u{8}")
            case "f": value.append("\u{C}")
            case "n": value.append("\n")
            case "r": value.append("\r")
            case "t": value.append("\t")
            case "/", "\\", "'", "\"": value.append(escaped)
            default: return nil
            }
        }
        return nil
    }

    // MARK: - Conditions

    /// The greatest depth of parentheses, negations and filters in each other.
    private static let maximumDepth = 50

    private mutating func condition() -> JSONPath.Condition? {
        guard depth < Self.maximumDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        var alternatives: [JSONPath.Condition] = []
        repeat {
            var parts: [JSONPath.Condition] = []
            repeat {
                guard let part = simpleCondition() else { return nil }
                parts.append(part)
            } while takeWord("&&")
            alternatives.append(.and(parts))
        } while takeWord("||")
        return .or(alternatives)
    }

    private mutating func simpleCondition() -> JSONPath.Condition? {
        skipBlanks()
        if next == "!" {
            index += 1
            guard depth < Self.maximumDepth else { return nil }
            depth += 1
            defer { depth -= 1 }
            return simpleCondition().map { .not($0) }
        }
        if take("(") {
            guard let inner = condition(), takeWord(")") else { return nil }
            return inner
        }
        guard let left = operand() else { return nil }
        skipBlanks()
        guard let comparison = JSONPath.Comparison.allCases.first(where: { take($0.rawValue) }) else {
            guard case .query(let query) = left else { return nil }
            return .exists(query)
        }
        skipBlanks()
        return operand().map { .comparison(left, comparison, $0) }
    }

    private mutating func operand() -> JSONPath.Operand? {
        switch next {
        case "@", "$":
            let isAbsolute = next == "$"
            index += 1
            return segments().map { .query(.init(isAbsolute: isAbsolute, segments: $0)) }
        case "'", "\"": return string().map { .string($0) }
        default:
            if take("true") { return .boolean(true) }
            if take("false") { return .boolean(false) }
            if take("null") { return .null }
            return number()
        }
    }

    private mutating func number() -> JSONPath.Operand? {
        let start = index
        while let scalar = next, "+-.0123456789eE".unicodeScalars.contains(scalar) { index += 1 }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: text[start..<index])
        return Double(String(digits)).map { .number($0) }
    }
}
