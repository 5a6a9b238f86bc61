/// Iterates over the code of a line, skipping string literals and comments.
struct SwiftScanner {
    private let source: UnsafeBufferPointer<UInt8>
    private let end: Int
    /// The index of the next byte to read.
    private var index: Int
    /// The index of the outermost open bracket.
    private var open = 0
    /// The number of open brackets.
    private(set) var depth = 0
    /// The range between the outermost brackets that the last byte closed.
    ///
    /// `nil` if it closed none, if there are only spaces between them, or if they don't match.
    private(set) var closedBrackets: Range<Int>?
    /// Whether a string literal begins and doesn't end on the line.
    private(set) var isUnterminated = false
    /// The number of `#` of the multi-line string literal that begins at the end of the line; `nil` if none does.
    private(set) var openString: Int?

    init(_ source: UnsafeBufferPointer<UInt8>, _ code: Range<Int>) {
        self.source = source
        index = code.lowerBound
        end = code.upperBound
    }

    /// The index of the next byte of code.
    mutating func next() -> Int? {
        closedBrackets = nil
        while index < end {
            let start = index
            index += 1
            switch source[start] {
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                skipString(from: start)
                continue
            case UInt8(ascii: "/"):
                if skipComment() { continue }
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                if depth == 0 { open = start }
                depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): close(at: start)
            default: break
            }
            return start
        }
        return nil
    }

    private mutating func close(at close: Int) {
        // A bracket that was opened on an earlier line.
        guard depth > 0 else { return }
        depth -= 1
        guard depth == 0 else { return }
        // The codes of matching brackets differ by one for `()` and by two for the others.
        let contents = (open + 1)..<close
        guard (1...2).contains(source[close] &- source[open]) else { return }
        if source[contents].contains(where: { $0 != UInt8(ascii: " ") }) { closedBrackets = contents }
    }

    /// Skips a string literal, or any `#` that don't begin one.
    private mutating func skipString(from start: Int) {
        while index < end, source[index - 1] == UInt8(ascii: "#") { index += 1 }
        guard source[index - 1] == UInt8(ascii: "\"") else { return }
        let hashes = index - 1 - start
        if source.starts("\"\"", in: index..<end) {
            if index + 2 == end { openString = hashes } else { isUnterminated = true }
            index = end
            return
        }
        // The depth of parentheses in an interpolation; nested string literals need not be recognized.
        var depth = 0
        while index < end {
            let byte = source[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\\") where hashes == 0 && index < end:
                if depth == 0, source[index] == UInt8(ascii: "(") { depth = 1 }
                index += 1
            case UInt8(ascii: "(") where depth > 0: depth += 1
            case UInt8(ascii: ")") where depth > 0: depth -= 1
            case UInt8(ascii: "\"") where depth == 0:
                let closing = source[index..<end].prefix { $0 == UInt8(ascii: "#") }.prefix(hashes)
                if closing.count == hashes {
                    index += hashes
                    return
                }
            default: break
            }
        }
        isUnterminated = true
    }

    /// Skips a comment after a slash.
    private mutating func skipComment() -> Bool {
        guard index < end else { return false }
        switch source[index] {
        case UInt8(ascii: "/"): index = end
        case UInt8(ascii: "*"):
            index += 1
            while index < end, !(source[index] == UInt8(ascii: "/") && source[index - 1] == UInt8(ascii: "*")) {
                index += 1
            }
            index = min(index + 1, end)
        default: return false
        }
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a range has at most this number of columns.
    func fits(_ part: Range<Int>, in columns: Int) -> Bool {
        part.count <= columns || self[part].columns <= columns
    }

    /// A range without spaces at both ends.
    func trimmed(_ part: Range<Int>) -> Range<Int> {
        let spaces = self[part].prefix(while: \.isSwiftSpace)
        guard spaces.count < part.count else { return part.lowerBound..<part.lowerBound }
        var end = part.upperBound
        while self[end - 1].isSwiftSpace { end -= 1 }
        return spaces.endIndex..<end
    }

    /// The number of `#` of the multi-line string literal that begins at the end of a line; `nil` if none does.
    func openString(in line: Range<Int>) -> Int? {
        guard line.count >= 3, starts("\"\"\"", in: (line.upperBound - 3)..<line.upperBound) else { return nil }
        var scanner = SwiftScanner(self, line)
        while scanner.next() != nil {}
        return scanner.openString
    }

    /// Whether a range begins with a text.
    func starts(_ text: StaticString, in part: Range<Int>) -> Bool {
        guard part.count >= text.utf8CodeUnitCount else { return false }
        for offset in 0..<text.utf8CodeUnitCount where self[part.lowerBound + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }
}

extension UInt8 {
    /// Whether the byte is a space that can be removed from the end of a line.
    var isSwiftSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r") }

    /// Whether the byte can be part of an identifier.
    var isSwiftLetter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), 0x80...:
            true
        default: false
        }
    }
}
