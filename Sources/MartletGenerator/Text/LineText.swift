import MartletSource

/// Splits text of a document into lines without characters that could end a line or be displayed as something else.
enum LineText {
    /// The lines, without blank ones at the beginning and the end.
    ///
    /// A line ends at any character that some tool treats as a line break: LF, CR, CRLF, VT, FF, U+0085, U+2028,
    /// U+2029.
    static func lines(_ text: SpecText) -> [String] {
        var unencoded = text.raw(for: .lines)
        return unencoded.withUTF8 { bytes in
            if bytes.isPrintableASCII, let last = bytes.last, last != UInt8(ascii: " ") {
                return [text.raw(for: .lines)]
            }
            var scanner = Scanner()
            scanner.scan(bytes)
            return scanner.lines
        }
    }

    /// Scans bytes: `Character`s take fifty times as long, and nearly all text is ASCII.
    private struct Scanner {
        /// The lines so far, without blank ones at the beginning; in the end also without those at the end.
        var lines: [String] = []
        private var line: [UInt8] = []

        mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case 0x20...0x7E:
                    let start = index - 1
                    while index < bytes.count, (0x20...0x7E).contains(bytes[index]) { index += 1 }
                    line += bytes[start..<index]
                case UInt8(ascii: "\t"): line += "    ".utf8
                case UInt8(ascii: "\r"):
                    endLine()
                    if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
                case UInt8(ascii: "\n"), 0x0B, 0x0C: endLine()
                case 0..<0x80: line += Self.number(UInt32(byte)).utf8
                default:
                    let (scalar, length) = bytes.scalar(at: index - 1)
                    take(scalar, bytes[(index - 1)..<(index - 1 + length)])
                    index += length - 1
                }
            }
            endLine()
            while lines.last?.isEmpty == true { lines.removeLast() }
        }

        /// Appends a non-ASCII scalar, or its number if it is invisible or changes how surrounding text is displayed:
        /// control characters, and those that set the direction of writing or have no width (Unicode Technical Standard
        /// #55, section 3).
        private mutating func take(_ scalar: Unicode.Scalar, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            switch scalar {
            case "\u{85}", "\u{2028}", "\u{2029}": endLine()
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned: line += Self.number(scalar.value).utf8
                default: line += bytes
                }
            }
        }

        private static func number(_ value: UInt32) -> String { "<U+\(String(value, radix: 16, uppercase: true))>" }

        private mutating func endLine() {
            while line.last == UInt8(ascii: " ") { line.removeLast() }
            if !line.isEmpty || !lines.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
            line.removeAll(keepingCapacity: true)
        }
    }
}
