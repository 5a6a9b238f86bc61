extension JSONReader {
    /// Reads a number, `true`, `false` or `null`.
    mutating func readPlain() throws(Diagnostic) {
        let start = (offset: offset, position: position)
        guard let first = next else { throw failure(.expectedValue) }
        switch first {
        case UInt8(ascii: "t"): try readWord("true")
        case UInt8(ascii: "f"): try readWord("false")
        case UInt8(ascii: "n"): try readWord("null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
        default: throw unexpectedValue
        }
        let textStart = builder.arena.text.count
        builder.arena.text.append(contentsOf: bytes[start.offset..<offset])
        builder.addScalar(.plain, textFrom: textStart, at: start.position)
    }

    /// The error for a character that can't begin a value.
    private var unexpectedValue: Diagnostic {
        let isWord = next.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 } ?? false
        return failure(!isWord ? .expectedValue : offset == 0 ? .notJSON : .otherWord)
    }

    /// Skips `true`, `false` or `null` (RFC 8259, section 3).
    private mutating func readWord(_ word: StaticString) throws(Diagnostic) {
        let matches = word.withUTF8Buffer { bytes[offset...].starts(with: $0) }
        guard matches else { throw unexpectedValue }
        offset += word.utf8CodeUnitCount
    }

    /// Skips a number (RFC 8259, section 6).
    private mutating func readNumber() throws(Diagnostic) {
        if next == UInt8(ascii: "-") { offset += 1 }
        let startsWithZero = next == UInt8(ascii: "0")
        let wholeStart = offset
        try readDigits()
        if startsWithZero, offset - wholeStart > 1 {
            offset = wholeStart
            throw failure(.leadingZero)
        }
        if next == UInt8(ascii: ".") {
            offset += 1
            try readDigits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            try readDigits()
        }
    }

    /// Skips one or more digits.
    private mutating func readDigits() throws(Diagnostic) {
        let start = offset
        while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { offset += 1 }
        if offset == start { throw failure(.expectedDigit) }
    }
}
