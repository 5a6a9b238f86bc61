/// A cache of values that have been decoded as one of several types, including failures.
///
/// Each type of a union decodes its properties, and the types often have properties in common. Without a cache, each
/// nested union would multiply the decoding time.
package final class DecodedValues: Sendable {
    private struct Key: Hashable {
        let index: Int
        let type: ObjectIdentifier
    }

    /// The cached values; `nil` for a value that is not of the type.
    private let values = Locked<[Key: (any Sendable)?]>([:])
    /// The values that match none of a union's types, with the union.
    private let unrecognized = Locked<Set<Key>>([])

    /// Returns the value at a node index as a type, decoding it on first use; `nil` if it is not of the type.
    package func value<Value>(at index: Int, _ decode: () -> Value?) -> Value? {
        let key = Key(index: index, type: ObjectIdentifier(Value.self))
        if let known = values.withLock({ $0[key] }) { return (known as? Box<Value>)?.value }
        let value = decode()
        values.withLock { $0[key] = .some(value.map { Box($0) }) }
        return value
    }

    /// Records that the value at a node index matches none of a union's types.
    package func noteUnrecognized(at index: Int, as union: any ApiModel.OpenUnion.Type) {
        unrecognized.withLock { _ = $0.insert(Key(index: index, type: ObjectIdentifier(union))) }
    }

    /// Whether the value at a node index, which has been decoded as a union, matches none of the union's types.
    package func isUnrecognized(at index: Int, as union: any ApiModel.OpenUnion.Type) -> Bool {
        unrecognized.withLock { $0.contains(Key(index: index, type: ObjectIdentifier(union))) }
    }

    /// A decoded value. It is used only by the decoder that created it, on its thread.
    private struct Box<Value>: @unchecked Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }
}
