/// A decoder of a single value in a JSON text.
package struct JSONNodeDecoder: Decoder, SingleValueDecodingContainer {
    package let document: JSONDocument
    package let index: Int

    /// Creates a decoder of the value at a node index.
    init(_ document: JSONDocument, _ index: Int) {
        self.document = document
        self.index = index
    }

    /// The index of the value, which must be an object.
    /// - Throws: `DecodingError` if it is not an object.
    package var object: Int {
        get throws {
            guard document.nodes[index].kind == .object else { throw document.mismatch([String: Any].self, index) }
            return index
        }
    }

    package var codingPath: [any CodingKey] { document.path(to: index) }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try JSONObjectContainer<Key>(self))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try JSONArrayContainer(document, index) }

    package func singleValueContainer() -> any SingleValueDecodingContainer { self }

    package func decodeNil() -> Bool { document.isNull(at: index) }
    package func decode(_ type: Bool.Type) throws -> Bool { try document.bool(at: index) }
    package func decode(_ type: String.Type) throws -> String { try document.string(at: index) }
    package func decode(_ type: Double.Type) throws -> Double { try document.floatingPoint(at: index) }
    package func decode(_ type: Float.Type) throws -> Float { try document.floatingPoint(at: index) }
    package func decode(_ type: Int.Type) throws -> Int { try document.integer(at: index) }
    package func decode(_ type: Int8.Type) throws -> Int8 { try document.integer(at: index) }
    package func decode(_ type: Int16.Type) throws -> Int16 { try document.integer(at: index) }
    package func decode(_ type: Int32.Type) throws -> Int32 { try document.integer(at: index) }
    package func decode(_ type: Int64.Type) throws -> Int64 { try document.integer(at: index) }
    package func decode(_ type: UInt.Type) throws -> UInt { try document.integer(at: index) }
    package func decode(_ type: UInt8.Type) throws -> UInt8 { try document.integer(at: index) }
    package func decode(_ type: UInt16.Type) throws -> UInt16 { try document.integer(at: index) }
    package func decode(_ type: UInt32.Type) throws -> UInt32 { try document.integer(at: index) }
    package func decode(_ type: UInt64.Type) throws -> UInt64 { try document.integer(at: index) }
    package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try document.value(at: index) }
}
