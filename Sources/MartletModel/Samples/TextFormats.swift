package import MartletSource

/// Checks for the formats of text that have Swift types of their own.
package enum TextFormats {
    /// `full-date` (RFC 3339, section 5.6): `2026-11-24`.
    static func isDate(_ text: SpecText) -> Bool { matches(Array(text.utf8), "0000-00-00") }

    /// `date-time` (RFC 3339, section 5.6), with the deviations that the runtime accepts.
    static func isDateTime(_ text: SpecText) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 19, matches(Array(bytes[..<10]), "0000-00-00"), "Tt ".utf8.contains(bytes[10]),
            matches(Array(bytes[11..<19]), "00:00:00")
        else { return false }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { isDigit($0) }
            if digits.isEmpty { return false }
            rest = rest[digits.endIndex...]
        }
        if rest.count == 1 { return rest.first.map { $0 | 0x20 } == UInt8(ascii: "z") }
        guard let sign = rest.first, "+-".utf8.contains(sign) else { return false }
        let offset = Array(rest.dropFirst())
        return matches(offset, "00:00") || matches(offset, "0000")
    }

    /// A UUID (RFC 9562, section 4).
    package static func isUUID(_ text: SpecText) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            [8, 13, 18, 23].contains(index)
                ? byte == UInt8(ascii: "-")
                : isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
        }
    }

    /// Base64 (RFC 4648, section 4), with padding.
    static func isBase64(_ text: SpecText) -> Bool {
        let bytes = Array(text.utf8)
        let content = bytes.prefix { $0 != UInt8(ascii: "=") }
        return bytes.count.isMultiple(of: 4) && bytes.count - content.count <= 2
            && content.allSatisfy { isDigit($0) || Words.isLetter($0) || "+/".utf8.contains($0) }
            && bytes[content.count...].allSatisfy { $0 == UInt8(ascii: "=") }
    }

    /// Whether a text has the form of a pattern, in which a zero matches any digit and other characters match
    /// themselves.
    private static func matches(_ bytes: [UInt8], _ form: StaticString) -> Bool {
        form.withUTF8Buffer { form in
            form.count == bytes.count
                && zip(bytes, form).allSatisfy { $1 == UInt8(ascii: "0") ? isDigit($0) : $0 == $1 }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { Words.isDigit(byte) }
}
