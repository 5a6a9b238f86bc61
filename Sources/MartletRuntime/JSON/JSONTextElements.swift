/// An unkeyed container of the elements of an array.
struct JSONTextElements: UnkeyedEncodingContainer {
    let encoder: JSONTextEncoder

    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.isCurrent ? encoder.text.elementCount : 0 }

    func encodeNil() throws { try encode(Nullable<String>.null) }

    func encode(_ value: some Encodable) throws {
        if encoder.isCurrent { try encoder.text.writeElement(value) }
    }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        encoder.nested().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.nested().unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder.nested() }
}
