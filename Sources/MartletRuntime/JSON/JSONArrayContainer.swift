/// An unkeyed container of the elements of an array.
struct JSONArrayContainer: UnkeyedDecodingContainer {
    private let document: JSONDocument
    private let array: Int
    private var index: Int
    private(set) var currentIndex = 0

    init(_ document: JSONDocument, _ array: Int) throws {
        guard document.nodes[array].kind == .array else { throw document.mismatch([Any].self, array) }
        self.document = document
        self.array = array
        index = array + 1
    }

    var codingPath: [any CodingKey] { document.path(to: array) }
    var count: Int? { document.elements(of: array).count }
    var isAtEnd: Bool { index >= document.nodes[array].next }

    mutating func decodeNil() throws -> Bool {
        guard document.isNull(at: try current(Never?.self)) else { return false }
        advance()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value: Value = try document.value(at: try current(type))
        advance()
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let container = try JSONNodeDecoder(document, try current([String: Any].self)).container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try JSONArrayContainer(document, try current([Any].self))
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = JSONNodeDecoder(document, try current((any Decoder).self))
        advance()
        return decoder
    }

    /// Returns the node of the next element. If decoding fails, the element remains the next one.
    private func current(_ type: any Any.Type) throws -> Int {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type,
                .init(codingPath: codingPath + [ElementIndex(currentIndex)], debugDescription: "the array has ended")
            )
        }
        return index
    }

    private mutating func advance() {
        index = Int(document.nodes[index].next)
        currentIndex += 1
    }
}
