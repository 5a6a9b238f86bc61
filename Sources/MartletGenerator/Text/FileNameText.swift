/// Encodes text as the name of a file, which stays within its folder on every system.
enum FileNameText {
    private static let longest = 100

    /// The letters, digits, `-` and `_` of the text, and `-` for all else.
    static func name(_ text: String) -> String {
        let bytes = text.utf8.prefix(longest).map { byte -> UInt8 in
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
