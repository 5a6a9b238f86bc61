/// Writes JSON strings.
package enum JSONText {
    /// The JSON string for a text, with its quotation marks and with invisible characters as `\uXXXX` (RFC 8259,
    /// section 7).
    package static func string(_ text: String) -> String {
        // Nearly all texts are plain ASCII.
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
        {
            return "\"\(text)\""
        }
        var encoded = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" {
                encoded += "\\"
                encoded.unicodeScalars.append(scalar)
            } else if VisibleText.isInvisible(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    encoded += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                }
            } else {
                encoded.unicodeScalars.append(scalar)
            }
        }
        return encoded + "\""
    }
}
