import MartletTemplates

/// Encodes text as a string of JSON (RFC 8259, section 7).
enum JSONText {
    /// Appends the string with its quotes.
    ///
    /// - Parameter special: a further character to escape with a backslash, such as `$` in a string of Kotlin.
    static func write(_ text: String, escaping special: UInt8? = nil, to output: inout TextBuffer) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), special: output.append([UInt8(ascii: "\\"), byte])
            case ..<0x20, 0x7F:
                output.append(byte < 0x10 ? "\\u000" : "\\u00")
                output.append(String(byte, radix: 16))
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
