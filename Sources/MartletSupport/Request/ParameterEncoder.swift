import Foundation
import MartletRuntime

/// An encoder that converts a value to a ``ParameterTree`` by its `Encodable` conformance.
struct ParameterEncoder: Encoder {
    /// The slot that receives the value.
    private let target: Slot
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = RequestMark.userInfo

    /// Returns the tree of a value.
    /// - Throws: `EncodingError` if the value cannot be encoded as text, such as NaN.
    static func tree(of value: some Encodable) throws -> ParameterTree {
        let slot = Slot()
        try slot.encode(value, at: [])
        return slot.tree
    }

    fileprivate init(_ target: Slot, at codingPath: [any CodingKey]) {
        self.target = target
        self.codingPath = codingPath
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        target.beginObject()
        return KeyedEncodingContainer(Members(target: target, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { Items(target: target, codingPath: codingPath) }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(target: target, codingPath: codingPath) }
}

/// A place in the tree under construction. Several encoders may write to the same slot, such as those for the parts of
/// an object.
private final class Slot {
    private enum Kind {
        case tree, array, object
    }

    // Not an enum with associated values, so that values can be appended in place.
    private var kind = Kind.tree
    private var value = ParameterTree.scalar(.null)
    private var items: [Slot] = []
    private var members: [(name: String, slot: Slot)] = []
    /// The indices of the members by name.
    private var places: [String: Int] = [:]

    var tree: ParameterTree {
        switch kind {
        case .tree: value
        case .array: .array(items.map(\.tree))
        case .object: .object(members.map { ($0.name, $0.slot.tree) })
        }
    }

    var count: Int { items.count }

    func set(_ value: JSONValue) { set(.scalar(value)) }

    private func set(_ tree: ParameterTree) {
        kind = .tree
        value = tree
    }

    func beginObject() {
        guard kind != .object else { return }
        kind = .object
        members = []
        places = [:]
    }

    func beginArray() {
        guard kind != .array else { return }
        kind = .array
        items = []
    }

    /// Returns the slot of a member; an existing member is overwritten.
    func member(_ name: String) -> Slot {
        beginObject()
        let slot = Slot()
        if let index = places[name] {
            members[index].slot = slot
        } else {
            places[name] = members.count
            members.append((name, slot))
        }
        return slot
    }

    func item() -> Slot {
        beginArray()
        let slot = Slot()
        items.append(slot)
        return slot
    }

    /// Encodes values whose Foundation conformances differ from the output of JSON encoders.
    func encode(_ value: some Encodable, at codingPath: [any CodingKey]) throws {
        switch value {
        case let value as HTTPBody.File: set(.file(value))
        case let value as Date: set(.string(DateTime(value).description))
        case let value as UUID: set(.string(value.text))
        case let value as URL: set(.string(value.absoluteString))
        case let value as Data: set(.string(value.base64EncodedString()))
        case let value as Decimal: set(.decimal(value))
        case let value as any StringKeyed: try value.encodeSorted(to: ParameterEncoder(self, at: codingPath))
        default: try value.encode(to: ParameterEncoder(self, at: codingPath))
        }
    }
}

/// A dictionary, encoded in sorted order because its own order changes between runs.
private protocol StringKeyed {
    func encodeSorted(to encoder: any Encoder) throws
}

extension Dictionary: StringKeyed where Key == String, Value: Encodable {
    fileprivate func encodeSorted(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: PropertyKey.self)
        for (key, value) in sorted(by: { $0.key < $1.key }) { try container.encode(value, forKey: PropertyKey(key)) }
    }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let target: Slot
    let codingPath: [any CodingKey]

    mutating func encodeNil(forKey key: Key) { target.member(key.stringValue).set(.null) }

    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try target.member(key.stringValue).encode(value, at: codingPath + [key])
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { encoder(key).container(keyedBy: type) }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { encoder(PropertyKey("super")) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

    private func encoder(_ key: any CodingKey) -> ParameterEncoder {
        ParameterEncoder(target.member(key.stringValue), at: codingPath + [key])
    }
}

private struct Items: UnkeyedEncodingContainer {
    let target: Slot
    let codingPath: [any CodingKey]

    init(target: Slot, codingPath: [any CodingKey]) {
        self.target = target
        self.codingPath = codingPath
        target.beginArray()
    }

    var count: Int { target.count }

    mutating func encodeNil() { target.item().set(.null) }

    mutating func encode(_ value: some Encodable) throws { try target.item().encode(value, at: codingPath) }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        ParameterEncoder(target.item(), at: codingPath).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        ParameterEncoder(target.item(), at: codingPath).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { ParameterEncoder(target.item(), at: codingPath) }
}

private struct Single: SingleValueEncodingContainer {
    let target: Slot
    let codingPath: [any CodingKey]

    mutating func encodeNil() { target.set(.null) }
    mutating func encode(_ value: Bool) { target.set(.bool(value)) }
    mutating func encode(_ value: String) { target.set(.string(value)) }
    mutating func encode(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(value, .init(codingPath: codingPath, debugDescription: "not finite"))
        }
        target.set(.number(value))
    }
    // A `Float` has fewer digits than the `Double` that it is converted to.
    mutating func encode(_ value: Float) throws { try encode(Double(value.description) ?? Double(value)) }
    mutating func encode(_ value: Int) { encode(Int64(value)) }
    mutating func encode(_ value: Int8) { encode(Int64(value)) }
    mutating func encode(_ value: Int16) { encode(Int64(value)) }
    mutating func encode(_ value: Int32) { encode(Int64(value)) }
    mutating func encode(_ value: Int64) { target.set(.integer(value)) }
    mutating func encode(_ value: UInt) { encode(UInt64(value)) }
    mutating func encode(_ value: UInt8) { encode(Int64(value)) }
    mutating func encode(_ value: UInt16) { encode(Int64(value)) }
    mutating func encode(_ value: UInt32) { encode(Int64(value)) }
    mutating func encode(_ value: UInt64) {
        target.set(Int64(exactly: value).map { .integer($0) } ?? .decimal(Decimal(value)))
    }
    mutating func encode(_ value: some Encodable) throws { try target.encode(value, at: codingPath) }
}
