/// The place where a line of code that is too long is broken.
enum SwiftBreak {
    /// Inside brackets: the range between them.
    case brackets(Range<Int>)
    /// Between the names of cases that are declared together.
    case names
    /// Between the protocols of a type whose body begins on the line.
    case protocols
    /// Before an index.
    case before(Int)
}

extension SwiftBreak {
    /// Finds the place to break a line that is too long; the first of these that exists:
    ///
    /// - After the colon of a `case` or `default` that a statement follows.
    /// - Between the names of cases.
    /// - At the braces of a computed property or a function, if the code before them fits on a line.
    /// - At the first list of arguments, parameters or elements after ` = `, or else on the line.
    /// - At the braces of a closure at the end of the line.
    /// - After the ` = `.
    /// - Between the protocols of a type.
    ///
    /// The decision depends only on the line itself, so another pass doesn't change the result.
    init?(_ code: Range<Int>, of source: UnsafeBufferPointer<UInt8>, indentation: Int) {
        // Code after closing brackets stays on their line.
        if let first = code.first, source[first] == UInt8(ascii: ")") || source[first] == UInt8(ascii: "]") {
            return nil
        }
        let isCase = source.starts("case ", in: code) || source.starts("default:", in: code)
        var list: Range<Int>?
        var block: Range<Int>?
        var assignment: Int?
        var scanner = SwiftScanner(source, code)
        while let index = scanner.next() {
            switch source[index] {
            case UInt8(ascii: ":") where isCase && scanner.depth == 0:
                guard source.holdsCode((index + 1)..<code.upperBound) else { return nil }
                self = .before(index + 1)
                return
            case UInt8(ascii: "=") where assignment == nil && scanner.depth == 0:
                guard index > code.lowerBound, source.starts(" = ", in: (index - 1)..<code.upperBound),
                    source.holdsCode((index + 1)..<code.upperBound)
                else { continue }
                assignment = index + 1
                list = nil
            default:
                guard let contents = scanner.closedBrackets else { continue }
                if source[index] == UInt8(ascii: "}") {
                    block = contents
                } else if list == nil, source.isList(contents, in: code) {
                    list = contents
                }
            }
        }
        if scanner.isUnterminated { return nil }
        if let end = block?.upperBound, source[(end + 1)..<code.upperBound].contains(where: { $0 != UInt8(ascii: ",") })
        {
            block = nil
        }
        if isCase, source.areNames(code) {
            self = .names
        } else if let block, source.isDeclaration(code),
            source.fits(code.lowerBound..<block.lowerBound, in: SwiftLayout.width - indentation)
        {
            self = .brackets(block)
        } else if let contents = list ?? block {
            self = .brackets(contents)
        } else if let assignment {
            self = .before(assignment)
        } else if source.areProtocols(code) {
            self = .protocols
        } else {
            return nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether brackets contain arguments, parameters or elements of a literal, rather than a type or a subscript.
    fileprivate func isList(_ contents: Range<Int>, in code: Range<Int>) -> Bool {
        let open = contents.lowerBound - 1
        let before = open > code.lowerBound ? self[open - 1] : UInt8(ascii: " ")
        if self[open] == UInt8(ascii: "(") { return before != UInt8(ascii: "<") }
        guard before == UInt8(ascii: " ") else { return false }
        let element = self[contents].drop { $0 == UInt8(ascii: "[") }
        guard let first = element.first, first.isSwiftLetter else { return element.first != UInt8(ascii: ":") }
        // `[Name, …` and `[Name(…` are literals; `[Name]` and `[Name: …` may be types.
        let next = element.first { !$0.isSwiftLetter && $0 != UInt8(ascii: ".") }
        return next == UInt8(ascii: ",") || next == UInt8(ascii: "(")
    }

    /// Whether the code consists of names separated by commas.
    fileprivate func areNames(_ code: Range<Int>) -> Bool {
        var hasComma = false
        var last = UInt8(ascii: " ")
        for byte in self[code] {
            if byte == UInt8(ascii: ",") {
                guard last.isSwiftLetter else { return false }
                hasComma = true
            } else if !byte.isSwiftLetter, byte != UInt8(ascii: " ") {
                return false
            }
            last = byte
        }
        return hasComma
    }

    /// Whether the code declares a type of several protocols, and ends with its opening brace.
    fileprivate func areProtocols(_ code: Range<Int>) -> Bool {
        guard self[code.upperBound - 1] == UInt8(ascii: "{"), self[code].contains(UInt8(ascii: ",")) else {
            return false
        }
        let words = self[code].split(separator: UInt8(ascii: " ")).prefix { $0.last != UInt8(ascii: ":") }
        return words.contains { $0.elementsEqual("enum".utf8) || $0.elementsEqual("struct".utf8) }
    }

    /// Whether there is code other than a comment up to the end of the line.
    fileprivate func holdsCode(_ rest: Range<Int>) -> Bool {
        let rest = trimmed(rest)
        return !rest.isEmpty && !starts("//", in: rest)
    }

    /// Whether the code declares a property, a function or an initializer.
    fileprivate func isDeclaration(_ code: Range<Int>) -> Bool {
        var word = code.lowerBound..<code.lowerBound
        while true {
            word = word.upperBound..<self[word.upperBound..<code.upperBound].prefix(while: \.isSwiftLetter).endIndex
            switch word.count {
            case 0: return false
            case 3: if starts("var ", in: word.lowerBound..<code.upperBound) { return true }
            case 4:
                let rest = word.lowerBound..<code.upperBound
                if starts("func ", in: rest) || starts("init(", in: rest) { return true }
            default: break
            }
            guard word.upperBound < code.upperBound, self[word.upperBound] == UInt8(ascii: " ") else { return false }
            word = (word.upperBound + 1)..<(word.upperBound + 1)
        }
    }
}
