import MartletTemplates

/// Encodes text as a JSON string (RFC 8259, section 7).
enum JSONText {
    /// Appends the string, including its quotes.
    static func write(_ text: String, to output: inout TextBuffer) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append([UInt8(ascii: "\\"), byte])
            case ..<0x20, 0x7F:
                output.append(byte < 0x10 ? "\\u000" : "\\u00")
                output.append(String(byte, radix: 16))
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
