import Foundation

/// A JSON text that has been read, and what its values are made from.
///
/// It does what `JSONDecoder` does, several times as fast: the text is read once into an array of nodes, names are
/// compared as bytes, and ``ObjectDecoder`` asks it without going through a `KeyedDecodingContainer`. A value of another
/// type decodes itself from a ``JSONNodeDecoder``, as with any other decoder.
final class JSONDocument: Sendable {
    /// UTF-8, with a zero behind it.
    let bytes: [UInt8]
    let nodes: [JSONNode]

    /// What has been decoded of values that may be of several types.
    let memory = DecodedValues()

    /// How deep arrays and objects may be nested unless the configuration says otherwise: as deep as can be decoded on a
    /// stack of 512 KiB, which threads of Apple's systems have.
    static let defaultMaxDepth = Configuration.defaultMaxNestingDepth

    /// Reads a text, which is UTF-8 unless it begins as UTF-16 or UTF-32 do.
    /// - Throws: `DecodingError` when it is not JSON.
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

    /// The value of a JSON text.
    /// - Throws: `DecodingError`
    static func decode<Value: Decodable>(
        _ type: Value.Type,
        from data: Data,
        maxDepth: Int = defaultMaxDepth
    ) throws -> Value {
        try JSONDocument(data, maxDepth: maxDepth).value(at: 0)
    }

    /// RFC 8259 asks for UTF-8 without a byte order mark; of others, RFC 4627, section 3 tells how they begin.
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

    /// The value of a member of an object, the first of its name; nil when there is none.
    func member(_ name: String, of object: Int) -> Int? {
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
