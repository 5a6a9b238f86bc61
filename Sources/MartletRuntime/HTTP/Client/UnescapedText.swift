/// A text with its escapes decoded, which maps each byte to its position in the original text.
struct UnescapedText {
    /// The decoded bytes; UTF-8 if the text and its escapes are.
    private(set) var bytes: [UInt8] = []

    /// The original position of each byte, followed by the end position; `nil` if nothing was decoded.
    private var places: [Int]?

    /// Creates a text without decoding.
    init(_ text: [UInt8]) { bytes = text }

    /// Decodes one layer of JSON string escapes (RFC 8259, section 7) and percent-encoding (RFC 3986, section 2.1);
    /// `nil` if there are none.
    init?(unescaping text: UnescapedText) {
        var reader = EscapeReader(text.bytes)
        guard reader.hasEscapes else { return nil }
        bytes.reserveCapacity(text.bytes.count)
        var places: [Int] = []
        places.reserveCapacity(text.bytes.count + 1)
        var isChanged = false
        while reader.position < text.bytes.count {
            let start = reader.position
            let unescaped = reader.next()
            isChanged = isChanged || reader.position > start + 1
            bytes += unescaped
            for _ in unescaped { places.append(text.place(of: start)) }
        }
        guard isChanged else { return nil }
        places.append(text.place(of: text.bytes.count))
        self.places = places
    }

    /// Returns the original position of a byte, or the end position.
    func place(of index: Int) -> Int { places?[index] ?? index }

    /// Returns a text, followed by up to three versions of it with one, two and three layers of escapes decoded.
    static func layers(of text: [UInt8]) -> [UnescapedText] {
        var layers = [UnescapedText(text)]
        while layers.count < 4, let last = layers.last, let next = UnescapedText(unescaping: last) {
            layers.append(next)
        }
        return layers
    }
}

/// Reads a text one escape or byte at a time.
private struct EscapeReader {
    private let text: [UInt8]
    private(set) var position = 0

    init(_ text: [UInt8]) { self.text = text }

    var hasEscapes: Bool { text.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "%") } }

    /// Returns the bytes of the next escape, or the next byte.
    mutating func next() -> [UInt8] {
        let start = position
        position += 1
        switch text[start] {
        case UInt8(ascii: "%"):
            guard let value = number(ofDigits: 2) else { return [text[start]] }
            return [UInt8(truncatingIfNeeded: value)]
        case UInt8(ascii: "\\") where position < text.count:
            position += 1
            switch text[start + 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [text[start + 1]]
            case UInt8(ascii: "b"): return [0x08]
            case UInt8(ascii: "f"): return [0x0C]
            case UInt8(ascii: "n"): return [0x0A]
            case UInt8(ascii: "r"): return [0x0D]
            case UInt8(ascii: "t"): return [0x09]
            case UInt8(ascii: "u"):
                if let scalar = scalar() { return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
            default: break
            }
            position = start + 1
        default: break
        }
        return [text[start]]
    }

    /// Returns the scalar of four hexadecimal digits, or of a surrogate pair of escapes.
    private mutating func scalar() -> Unicode.Scalar? {
        guard let lead = number(ofDigits: 4) else { return nil }
        guard UTF16.isLeadSurrogate(UInt16(lead)) else { return Unicode.Scalar(lead) }
        guard text[position...].starts(with: #"\u"#.utf8) else { return nil }
        position += 2
        guard let trail = number(ofDigits: 4), UTF16.isTrailSurrogate(UInt16(trail)) else { return nil }
        return Unicode.Scalar(0x10000 + (lead & 0x3FF) << 10 + trail & 0x3FF)
    }

    private mutating func number(ofDigits count: Int) -> UInt32? {
        let digits = text[position...].prefix(count).compactMap(\.hexadecimalDigit)
        guard digits.count == count else { return nil }
        position += count
        return digits.reduce(0) { $0 << 4 | UInt32($1) }
    }
}
