import Foundation

/// A parsed JSON text from which values are decoded.
///
/// It replaces `JSONDecoder` and is several times as fast: the text is parsed once into an array of nodes, names are
/// compared as bytes, and `ObjectDecoder` uses it without a `KeyedDecodingContainer`. Values of other types decode
/// themselves from a ``JSONNodeDecoder``, as with any decoder.
package final class JSONDocument: Sendable {
    /// The text in UTF-8, followed by a zero byte.
    let bytes: [UInt8]
    let nodes: [JSONNode]

    /// The cache of values that may be of several types.
    package let memory = DecodedValues()

    /// The default maximum nesting depth of arrays and objects. It can be decoded on a stack of 512 KiB, the stack size
    /// of secondary threads on Apple platforms.
    package static let defaultMaxDepth = Configuration.defaultMaxNestingDepth

    /// Parses a text in UTF-8, UTF-16 or UTF-32; the encoding is detected.
    /// - Throws: `DecodingError` if the text is not JSON.
    init(_ data: Data, maxDepth: Int = defaultMaxDepth) throws {
        bytes = Self.utf8(data)
        var parser = JSONParser(bytes, maxDepth: maxDepth)
        do {
            try parser.parse()
        } catch {
            throw Self.notJSON(error, in: bytes)
        }
        nodes = parser.nodes
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
    private static func utf8(_ data: Data) -> [UInt8] {
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
        var bytes: [UInt8] = []
        if let text = encoding.flatMap({ String(data: data, encoding: $0) }) {
            bytes = Array(text.utf8)
        } else {
            let mark = data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            bytes.reserveCapacity(data.count + 1)
            bytes.append(contentsOf: data.dropFirst(mark))
        }
        bytes.append(0)
        return bytes
    }

    /// Returns the value of an object's first member with a name; `nil` if there is none.
    package func member(_ name: String, of object: Int) -> Int? {
        var name = name
        return name.withUTF8 { name in
            var index = object + 1
            let end = Int(nodes[object].next)
            while index < end {
                if isName(index, name) { return index + 1 }
                index = Int(nodes[index + 1].next)
            }
            return nil
        }
    }

    @inline(__always)
    private func isName(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[index]
        if node.kind == .escaped { return (try? string(at: index).utf8.elementsEqual(name)) ?? false }
        guard Int(node.end - node.start) == name.count else { return false }
        for offset in 0..<name.count where bytes[Int(node.start) + offset] != name[offset] { return false }
        return true
    }
}
