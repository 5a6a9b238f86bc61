extension JSONReader {
    /// Reads a string, decodes its escape sequences and adds it to the tree (RFC 8259, section 7).
    mutating func readString() throws(Diagnostic) {
        let start = position
        let textStart = builder.arena.text.count
        offset += 1
        while true {
            try readUnescaped()
            switch next {
            case UInt8(ascii: "\""):
                offset += 1
                builder.addScalar(.string, textFrom: textStart, at: start)
                return
            case UInt8(ascii: "\\"): try readEscape()
            case nil: throw failure(.unterminatedString(start))
            default: throw failure(.controlCharacter)
            }
        }
    }

    /// Copies characters up to a quotation mark, a backslash, a control character or the end of the document.
    private mutating func readUnescaped() throws(Diagnostic) {
        let start = offset
        while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            if byte < 0x80 {
                offset += 1
            } else {
                guard let length = UTF8Sequence.length(at: offset, in: bytes) else {
                    throw failure(.invalidUTF8(offset))
                }
                offset += length
                continuationBytes += length - 1
            }
        }
        builder.arena.text.append(contentsOf: bytes[start..<offset])
    }

    /// Reads an escape sequence.
    private mutating func readEscape() throws(Diagnostic) {
        let start = offset
        offset += 1
        let decoded: UInt8
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded = bytes[offset]
        case UInt8(ascii: "b"): decoded = 0x08
        case UInt8(ascii: "f"): decoded = 0x0C
        case UInt8(ascii: "n"): decoded = 0x0A
        case UInt8(ascii: "r"): decoded = 0x0D
        case UInt8(ascii: "t"): decoded = 0x09
        case UInt8(ascii: "u"):
            offset = start
            let scalar = try readUnicodeEscape()
            builder.arena.text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
            return
        default: throw failure(.unknownEscape)
        }
        builder.arena.text.append(decoded)
        offset += 1
    }

    /// Reads `\uXXXX`, or two of them that are a surrogate pair.
    private mutating func readUnicodeEscape() throws(Diagnostic) -> Unicode.Scalar {
        let start = offset
        let first = try readCodeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        if UTF16.isLeadSurrogate(first), bytes[offset...].starts(with: "\\u".utf8) {
            let second = try readCodeUnit()
            if UTF16.isTrailSurrogate(second) { return UTF16.decode(UTF16.EncodedScalar([first, second])) }
        }
        offset = start
        throw failure(.loneSurrogate)
    }

    /// Reads one `\uXXXX`.
    private mutating func readCodeUnit() throws(Diagnostic) -> UInt16 {
        offset += 2
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure(.expectedHexDigit)
            }
            unit = unit << 4 | UInt16(truncatingIfNeeded: digit)
            offset += 1
        }
        return unit
    }
}
