extension [UInt8] {
    /// The length in bytes of the line break (LF or CRLF) at an index; 0 if there is none.
    func lineBreakLength(at index: Int) -> Int {
        if self[index] == UInt8(ascii: "\n") { return 1 }
        let isPair = self[index] == UInt8(ascii: "\r") && index + 1 < count && self[index + 1] == UInt8(ascii: "\n")
        return isPair ? 2 : 0
    }
}
