/// A keyed container of the members of an object, for types that do not use ``ApiModel/Properties``.
struct JSONTextMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONTextEncoder

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws { try encode(Nullable<String>.null, forKey: key) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        if encoder.isCurrent { try encoder.text.writeMember(key.stringValue, value) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { encoder.nested().container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.nested().unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder.nested() }
    func superEncoder(forKey key: Key) -> any Encoder { encoder.nested() }
}
