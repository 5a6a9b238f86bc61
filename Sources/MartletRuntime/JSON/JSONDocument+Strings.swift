extension JSONDocument {
    /// Decodes a string (RFC 8259, section 7).
    /// - Throws: `DecodingError` if the value is not a string, or is not valid Unicode.
    package func string(at index: Int) throws -> String {
        let node = nodes[index]
        switch node.kind {
        case .ascii: return String(decoding: text(of: node), as: UTF8.self)
        case .unicode:
            let text = text(of: node)
            let string = String(decoding: text, as: UTF8.self)
            // Invalid UTF-8 is repaired by the conversion, so that the bytes differ.
            guard string.utf8.elementsEqual(text) else { throw unreadable(index) }
            return string
        case .escaped:
            guard let bytes = unescaped(text(of: node)) else { throw unreadable(index) }
            let string = String(decoding: bytes, as: UTF8.self)
            guard string.utf8.elementsEqual(bytes) else { throw unreadable(index) }
            return string
        default: throw mismatch(String.self, index)
        }
    }

    /// The bytes of a scalar; of a string, without the quotation marks.
    func text(of node: JSONNode) -> ArraySlice<UInt8> { bytes[Int(node.start)..<Int(node.end)] }

    /// Returns the UTF-8 of a string with escapes; `nil` if it contains an unpaired surrogate.
    private func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var position = text.startIndex
        while position < text.endIndex {
            guard text[position] == UInt8(ascii: "\\") else {
                result.append(text[position])
                position += 1
                continue
            }
            let escape = text[position + 1]
            position += 2
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                guard let scalar = scalar(text, &position) else { return nil }
                result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: result.append(escape)
            }
        }
        return result
    }

    /// Returns the scalar of four hexadecimal digits, or of a surrogate pair of escapes.
    private func scalar(_ text: ArraySlice<UInt8>, _ position: inout Int) -> Unicode.Scalar? {
        guard let unit = codeUnit(text, &position) else { return nil }
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
        guard text[position...].starts(with: #"\u"#.utf8) else { return nil }
        position += 2
        guard let trail = codeUnit(text, &position), UTF16.isTrailSurrogate(trail) else { return nil }
        return Unicode.Scalar(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF)
    }

    private func codeUnit(_ text: ArraySlice<UInt8>, _ position: inout Int) -> UInt16? {
        var unit: UInt16 = 0
        for byte in text[position...].prefix(4) {
            guard let digit = byte.hexadecimalDigit else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        position += 4
        return unit
    }
}
