/// Encodes text as a file name, which can't lead to another folder on any system.
enum FileNameText {
    private static let maximumLength = 100

    /// The text with `-` in place of all characters other than ASCII letters, digits, `-` and `_`.
    static func name(_ text: String) -> String {
        let bytes = text.utf8.prefix(maximumLength).map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                byte
            default: UInt8(ascii: "-")
            }
        }
        return bytes.isEmpty ? "-" : String(decoding: bytes, as: UTF8.self)
    }
}
