/// Writes JSON strings.
package enum JSONText {
    /// The JSON string for a text, with its quotation marks and with invisible characters as `\uXXXX` (RFC 8259,
    /// section 7).
    package static func string(_ text: String) -> String {
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
