extension [UInt8] {
    /// The length in bytes of the line break, LF or CRLF, that begins at an index of the array; 0 if none does.
    func lineBreakLength(at index: Int) -> Int {
        if self[index] == UInt8(ascii: "\n") { return 1 }
        let isPair = self[index] == UInt8(ascii: "\r") && index + 1 < count && self[index + 1] == UInt8(ascii: "\n")
        return isPair ? 2 : 0
    }

    /// Appends text as UTF-8, in one go.
    package mutating func append(utf8 text: String) {
        let isAppended: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isAppended == nil { append(contentsOf: text.utf8) }
    }

    /// Appends a part of other bytes.
    mutating func append(_ range: Range<Int>, of source: [UInt8]) {
        source.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Appends text with `&`, `"`, `<` and `>` as entities: what the Mustache specification asks for, and no more.
    mutating func append(htmlEscaped text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            default: append(byte)
            }
        }
    }
}
