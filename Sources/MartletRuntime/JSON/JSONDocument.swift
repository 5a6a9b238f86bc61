import Foundation

/// A parsed JSON text from which values are decoded.
///
/// It replaces `JSONDecoder` and is several times as fast: the text is parsed once into an array of nodes, names are
/// compared as bytes, and `ObjectDecoder` uses it without a `KeyedDecodingContainer`. Values of other types decode
/// themselves from a ``JSONNodeDecoder``, as with any decoder.
///
/// The document owns the memory of the text and the nodes, which does not change after parsing. It does not use arrays
/// because access to them dominates the time in debug builds.
package final class JSONDocument: @unchecked Sendable {
    /// The text in UTF-8, followed by a zero byte.
    let bytes: UnsafePointer<UInt8>
    let byteCount: Int
    let nodes: UnsafePointer<JSONNode>
    let nodeCount: Int

    /// The cache of values that may be of several types.
    package let memory = DecodedValues()

    /// The default maximum nesting depth of arrays and objects. It can be decoded on a stack of 512 KiB, the stack size
    /// of secondary threads on Apple platforms.
    package static let defaultMaxDepth = Configuration.defaultMaxNestingDepth

    /// Parses a text in UTF-8, UTF-16 or UTF-32; the encoding is detected.
    /// - Throws: `DecodingError` if the text is not JSON.
    init(_ data: Data, maxDepth: Int = defaultMaxDepth) throws {
        let text = Self.utf8(data)
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 1)
        text.copyBytes(to: copy, count: text.count)
        copy[text.count] = 0
        var parser = JSONParser(copy, byteCount: text.count, maxDepth: maxDepth)
        let result = Result { () throws(JSONFault) in try parser.parse() }
        bytes = UnsafePointer(copy)
        byteCount = text.count
        nodes = UnsafePointer(parser.nodes)
        nodeCount = parser.nodeCount
        if case .failure(let fault) = result { throw notJSON(fault) }
    }

    deinit {
        bytes.deallocate()
        nodes.deallocate()
    }

    /// A copy of the text in UTF-8.
    var text: [UInt8] { text(in: 0..<byteCount) }

    /// Returns a copy of a part of the text in UTF-8.
    func text(in range: Range<Int>) -> [UInt8] {
        Array(UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
    }

    /// Decodes the value of a JSON text.
    /// - Throws: `DecodingError`.
    package static func decode<Value: Decodable>(
        _ type: Value.Type,
        from data: Data,
        maxDepth: Int = defaultMaxDepth
    ) throws -> Value {
        try JSONDocument(data, maxDepth: maxDepth).value(at: 0)
    }

    /// Converts a text to UTF-8. RFC 8259 requires UTF-8 without a byte order mark; the first bytes identify other
    /// encodings (RFC 4627, section 3).
    private static func utf8(_ data: Data) -> Data {
        let encoding: String.Encoding? =
            switch Array(data.prefix(4)) {
            case [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]: .utf32
            case let start where start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]): .utf16
            case let start where start.starts(with: [0, 0, 0]): .utf32BigEndian
            case let start where start.count == 4 && start[1...] == [0, 0, 0]: .utf32LittleEndian
            case let start where start.count > 1 && start[0] == 0: .utf16BigEndian
            case let start where start.count > 1 && start[1] == 0: .utf16LittleEndian
            default: nil
            }
        if let text = encoding.flatMap({ String(data: data, encoding: $0) }) { return Data(text.utf8) }
        return data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
    }

    /// Returns the value of an object's first member with a name; `nil` if there is none.
    package func member(_ name: String, of object: Int) -> Int? {
        var name = name
        return name.withUTF8 { name in
            let count = name.count
            var index = object + 1
            let end = Int(nodes[object].next)
            while index < end {
                let node = nodes[index]
                if node.kind == .escaped {
                    if let other = try? string(at: index), other.utf8.elementsEqual(name) { return index + 1 }
                } else if Int(node.end &- node.start) == count, holds(name, at: Int(node.start)) {
                    return index + 1
                }
                index = Int(nodes[index + 1].next)
            }
            return nil
        }
    }

    /// Whether the text has these bytes at a position.
    func holds(_ other: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        guard let start = other.baseAddress else { return true }
        return memcmp(bytes + position, start, other.count) == 0
    }
}
