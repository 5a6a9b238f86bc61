/// An encoder of a single value in a JSON text.
///
/// Coding paths start at the value; its containers add their keys to errors.
struct JSONTextEncoder: Encoder, SingleValueEncodingContainer {
    let text: JSONText
    /// The depth of the value.
    let depth: Int

    var codingPath: [any CodingKey] { [] }

    var userInfo: [CodingUserInfoKey: Any] {
        if text.isForRequest { RequestMark.userInfo } else { [:] }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if isCurrent { text.beginObject() }
        return KeyedEncodingContainer(JSONTextMembers<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if isCurrent { text.beginArray() }
        return JSONTextElements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    /// Encodes the listed properties of a model.
    func encodeProperties(of model: some ApiModel.Object, omitsParts: Bool) throws {
        guard isCurrent else { return }
        text.beginObject()
        var object = ApiModel.Properties(for: .writing(text), omitsParts: omitsParts)
        try model.listProperties(beside: model, in: &object)
    }

    /// Whether the value is the one that is being written. Otherwise, `JSONEncoder` encodes the whole text.
    var isCurrent: Bool {
        if text.depth != depth { text.needsFoundation = true }
        return text.depth == depth
    }

    /// Returns an encoder for a nested container, which only `JSONEncoder` supports.
    func nested() -> JSONTextEncoder {
        text.needsFoundation = true
        return JSONTextEncoder(text: text, depth: -1)
    }

    func encodeNil() { write { $0.write(literal: "null") } }
    func encode(_ value: Bool) { write { $0.write(bool: value) } }
    func encode(_ value: String) { write { $0.write(string: value) } }
    func encode(_ value: Double) throws { try write { try $0.write(number: value) } }
    func encode(_ value: Float) throws { try write { try $0.write(number: value) } }
    func encode(_ value: Int) { write { $0.write(integer: value) } }
    func encode(_ value: Int8) { write { $0.write(integer: value) } }
    func encode(_ value: Int16) { write { $0.write(integer: value) } }
    func encode(_ value: Int32) { write { $0.write(integer: value) } }
    func encode(_ value: Int64) { write { $0.write(integer: value) } }
    func encode(_ value: UInt) { write { $0.write(integer: value) } }
    func encode(_ value: UInt8) { write { $0.write(integer: value) } }
    func encode(_ value: UInt16) { write { $0.write(integer: value) } }
    func encode(_ value: UInt32) { write { $0.write(integer: value) } }
    func encode(_ value: UInt64) { write { $0.write(integer: value) } }
    func encode(_ value: some Encodable) throws { try write { try $0.write(value: value) } }

    @inline(__always)
    private func write(_ body: (JSONText) throws -> Void) rethrows {
        guard isCurrent else { return }
        text.restart()
        try body(text)
    }
}
