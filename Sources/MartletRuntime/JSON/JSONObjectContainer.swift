/// A keyed container of the members of an object, for types that do not use an `ObjectDecoder`.
struct JSONObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let document: JSONDocument
    private let object: Int
    /// The values by name; the first one if a name is repeated.
    private let values: [String: Int]

    init(_ decoder: JSONNodeDecoder) throws {
        document = decoder.document
        object = try decoder.object
        let members = try document.members(of: object).map { [document] in
            (try document.string(at: $0.name), $0.value)
        }
        values = Dictionary(members) { first, _ in first }
    }

    var codingPath: [any CodingKey] { document.path(to: object) }

    var allKeys: [Key] { values.sorted { $0.value < $1.value }.compactMap { Key(stringValue: $0.key) } }

    func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { document.isNull(at: try index(of: key)) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try document.value(at: try index(of: key))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try superDecoder(forKey: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let index = values["super"] else { throw document.missing("super", object) }
        return JSONNodeDecoder(document, index)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { JSONNodeDecoder(document, try index(of: key)) }

    private func index(of key: Key) throws -> Int {
        guard let index = values[key.stringValue] else { throw document.missing(key.stringValue, object) }
        return index
    }
}
