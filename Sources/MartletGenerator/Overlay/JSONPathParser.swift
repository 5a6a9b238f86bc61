/// Parses JSONPath queries (RFC 9535, section 2.1).
struct JSONPathParser {
    private let text: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    /// The maximum nesting depth of parentheses, functions and filters.
    private static let maximumDepth = 50

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    var isAtEnd: Bool { index == text.count }

    /// The part of the text that has not been parsed yet.
    var rest: String {
        var rest = String.UnicodeScalarView()
        rest.append(contentsOf: text[index...])
        return String(rest)
    }

    var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

    /// Takes a text if it comes next.
    mutating func take(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard text[index...].starts(with: scalars) else { return false }
        index += scalars.count
        return true
    }

    /// Takes the scalars for which a condition holds.
    mutating func takeAll(_ isTaken: (Unicode.Scalar) -> Bool) -> String {
        var taken = String.UnicodeScalarView()
        while let scalar = next, isTaken(scalar) {
            taken.append(scalar)
            index += 1
        }
        return String(taken)
    }

    private mutating func takeDigits() -> String { takeAll { ("0"..."9").contains($0) } }

    mutating func skipBlanks() { _ = takeAll { " \t\n\r".unicodeScalars.contains($0) } }

    /// Takes a text if it comes next after blanks.
    mutating func takeWord(_ word: String) -> Bool {
        skipBlanks()
        return take(word)
    }

    /// Parses a construct that can contain itself, within the maximum depth.
    mutating func nested<Value>(_ parse: (inout Self) -> Value?) -> Value? {
        guard depth < Self.maximumDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        return parse(&self)
    }

    // MARK: - Segments

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
        if let first = next, ("0"..."9").contains(first) { return nil }
        let name = takeAll { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_": true
            default: !scalar.isASCII
            }
        }
        return name.isEmpty ? nil : [.name(name)]
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

    // MARK: - Literals

    /// An integer that every implementation can represent (section 2.1); `nil` for other text, which is not consumed.
    private mutating func integer() -> Int? {
        let start = index
        let isNegative = take("-")
        let digits = takeDigits()
        if let number = Int(digits), number < 1 << 53, digits.first != "0" || digits == "0" && !isNegative {
            return isNegative ? -number : number
        }
        index = start
        return nil
    }

    mutating func number() -> Double? {
        var digits = take("-") ? "-" : ""
        let whole = takeDigits()
        if whole.isEmpty || whole.first == "0" && whole != "0" { return nil }
        digits += whole
        if take(".") {
            let fraction = takeDigits()
            if fraction.isEmpty { return nil }
            digits += ".\(fraction)"
        }
        if take("e") || take("E") {
            let sign = take("-") ? "-" : take("+") ? "+" : ""
            digits += "e\(sign)\(takeDigits())"
        }
        return Double(digits)
    }

    /// A string in single or double quotation marks (section 2.3.1.1).
    mutating func string() -> String? {
        guard let quote = next else { return nil }
        index += 1
        var value = String.UnicodeScalarView()
        while let scalar = next, scalar.value >= 0x20 {
            index += 1
            if scalar == quote { return String(value) }
            if scalar != "\\" {
                value.append(scalar)
            } else if let escaped = escaped(quote) {
                value.append(escaped)
            } else {
                return nil
            }
        }
        return nil
    }

    /// Parses an escape sequence.
    private mutating func escaped(_ quote: Unicode.Scalar) -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        index += 1
        switch scalar {
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "/", "\\", quote: return scalar
        case "u":
            guard let unit = codeUnit() else { return nil }
            if let scalar = Unicode.Scalar(unit) { return scalar }
            guard take("\\u"), let second = codeUnit() else { return nil }
            var decoder = UTF16()
            var units = [unit, second].makeIterator()
            if case .scalarValue(let scalar) = decoder.decode(&units) { return scalar }
            return nil
        default: return nil
        }
    }

    private mutating func codeUnit() -> UInt16? {
        guard index + 4 <= text.count else { return nil }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: text[index..<index + 4])
        guard text[index..<index + 4].allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
        index += 4
        return UInt16(String(digits), radix: 16)
    }
}
