package import MartletSource

extension TextFormats {
    /// The bytes that a text encodes in base64 with padding (RFC 4648, section 4); `nil` for other text.
    package static func bytes(base64 text: SpecText) -> [UInt8]? {
        let characters = Array(text.utf8)
        let content = characters.prefix { $0 != UInt8(ascii: "=") }
        let padding = characters[content.count...]
        guard characters.count.isMultiple(of: 4), padding.count <= 2, padding.allSatisfy({ $0 == UInt8(ascii: "=") })
        else { return nil }
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        for (index, character) in content.enumerated() {
            guard let digit = base64Digit(character) else { return nil }
            bits = bits << 6 | digit
            // Each digit after the first of four completes a byte.
            let rest = 2 * (3 - UInt32(index % 4))
            if rest < 6 { bytes.append(UInt8(truncatingIfNeeded: bits >> rest)) }
        }
        return bytes
    }

    private static func base64Digit(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
