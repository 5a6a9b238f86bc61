extension Position {
    /// Creates the position of a byte in a UTF-8 document; for a UTF-16 document (YAML only), the start.
    ///
    /// - Complexity: O(*n*), where *n* is the offset.
    init(offset: Int, in bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .start
            return
        }
        var line: UInt32 = 1
        var column: UInt32 = 1
        var previous: UInt8 = 0
        for byte in bytes.prefix(offset).dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if byte == UInt8(ascii: "\r") || previous != UInt8(ascii: "\r") { line &+= 1 }
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column &+= 1
            }
            previous = byte
        }
        self.init(line: line, column: column)
    }
}
