/// Operations on the bytes of a line; with `Character`s they would take fifty times as long.
extension String {
    /// The number of spaces at the beginning.
    var indentation: Int { utf8.prefix { $0 == UInt8(ascii: " ") }.count }

    /// The number of Unicode scalars.
    var columns: Int {
        var text = self
        return text.withUTF8 { $0.columns }
    }

    /// Whether the text contains a pattern.
    func contains(bytes pattern: StaticString) -> Bool {
        var text = self
        return text.withUTF8 { bytes in pattern.withUTF8Buffer { bytes.index(of: $0, from: 0) != nil } }
    }

    /// The text with all occurrences of a pattern replaced.
    func replacing(bytes pattern: StaticString, with replacement: String) -> String {
        var text = self
        return text.withUTF8 { bytes in
            pattern.withUTF8Buffer { pattern in
                guard var found = bytes.index(of: pattern, from: 0) else { return self }
                var result: [UInt8] = []
                var start = 0
                while true {
                    result += bytes[start..<found]
                    result += replacement.utf8
                    start = found + pattern.count
                    guard let next = bytes.index(of: pattern, from: start) else { break }
                    found = next
                }
                result += bytes[start...]
                return String(decoding: result, as: UTF8.self)
            }
        }
    }
}

extension Collection<UInt8> {
    /// The number of Unicode scalars in UTF-8.
    var columns: Int { reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether all bytes are printable ASCII.
    var isPrintableASCII: Bool { allSatisfy { (0x20...0x7E).contains($0) } }

    /// The scalar at an index of valid UTF-8, and its length in bytes.
    func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = UInt32(self[index])
        guard lead >= 0x80 else { return (Unicode.Scalar(UInt8(lead)), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let value = self[(index + 1)..<Swift.min(index + length, count)].reduce(lead & (0x7F >> UInt32(length))) {
            $0 << 6 | UInt32($1 & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The index of a pattern at or after an index; `nil` if there is none.
    fileprivate func index(of pattern: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        var index = start
        while index <= count - pattern.count {
            if self[index] == first, self[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }
}
