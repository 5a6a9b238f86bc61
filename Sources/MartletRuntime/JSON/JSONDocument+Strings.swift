import Foundation

extension JSONDocument {
    /// Decodes a string (RFC 8259, section 7).
    /// - Throws: `DecodingError` if the value is not a string, or is not valid Unicode.
    package func string(at index: Int) throws -> String {
        let node = nodes[index]
        switch node.kind {
        case .ascii: return text(of: node)
        case .unicode:
            let start = Int(node.start)
            let string = text(of: node)
            guard Self.equals(string, bytes + start, Int(node.end) - start) else { throw unreadable(index) }
            return string
        case .escaped:
            guard let string = unescaped(from: Int(node.start), to: Int(node.end)) else { throw unreadable(index) }
            return string
        default: throw mismatch(String.self, index)
        }
    }

    /// The text of a scalar; of a string, without the quotation marks. Invalid UTF-8 is repaired.
    func text(of node: JSONNode) -> String {
        let start = Int(node.start)
        return String(decoding: UnsafeBufferPointer(start: bytes + start, count: Int(node.end) - start), as: UTF8.self)
    }

    /// Whether a string has exactly these bytes, which it does not if they are invalid UTF-8 that has been repaired.
    private static func equals(_ string: String, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var string = string
        return string.withUTF8 { $0.count == count && memcmp($0.baseAddress ?? bytes, bytes, count) == 0 }
    }

    /// Returns the value of a string with escapes; `nil` if it contains an unpaired surrogate, or is not valid UTF-8.
    private func unescaped(from start: Int, to end: Int) -> String? {
        // An escape sequence is longer than the character that it stands for.
        let result = UnsafeMutablePointer<UInt8>.allocate(capacity: end - start)
        defer { result.deallocate() }
        var count = 0
        var position = start
        while position < end {
            let byte = bytes[position]
            guard byte == 0x5C else {
                result[count] = byte
                count += 1
                position += 1
                continue
            }
            let escape = bytes[position + 1]
            position += 2
            switch escape {
            case 0x62: result[count] = 0x08  // b
            case 0x66: result[count] = 0x0C  // f
            case 0x6E: result[count] = 0x0A  // n
            case 0x72: result[count] = 0x0D  // r
            case 0x74: result[count] = 0x09  // t
            case 0x75:  // u
                guard let scalar = scalar(at: &position) else { return nil }
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    result[count] = byte
                    count += 1
                }
                continue
            default: result[count] = escape
            }
            count += 1
        }
        let string = String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
        return Self.equals(string, result, count) ? string : nil
    }

    /// Returns the scalar of four hexadecimal digits, or of a surrogate pair of escapes.
    private func scalar(at position: inout Int) -> Unicode.Scalar? {
        let unit = codeUnit(at: &position)
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
        // A quotation mark follows the string, so both bytes can be read.
        guard bytes[position] == 0x5C, bytes[position + 1] == 0x75 else { return nil }
        position += 2
        let trail = codeUnit(at: &position)
        guard UTF16.isTrailSurrogate(trail) else { return nil }
        return Unicode.Scalar(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF)
    }

    /// Returns the value of four hexadecimal digits, which the parser has checked.
    private func codeUnit(at position: inout Int) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            unit = unit << 4 | UInt16(bytes[position].hexadecimalDigit ?? 0)
            position += 1
        }
        return unit
    }
}
