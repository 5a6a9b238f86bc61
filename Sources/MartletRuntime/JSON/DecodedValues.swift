/// Values of one JSON text that have been decoded as one of several types, and those that could not be.
///
/// Each type of a union decodes what it holds, and the types often hold the same: without a memory, each further level
/// of unions would multiply the time.
final class DecodedValues: Sendable {
    private struct Key: Hashable {
        let index: Int
        let type: ObjectIdentifier
    }

    /// A value; nil for one that is not of the type.
    private let values = Locked<[Key: (any Sendable)?]>([:])

    /// The value at an index of the document's nodes as a type, decoded the first time; nil when it is not that.
    func value<Value>(at index: Int, _ decode: () -> Value?) -> Value? {
        let key = Key(index: index, type: ObjectIdentifier(Value.self))
        if let known = values.withLock({ $0[key] }) { return (known as? Box<Value>)?.value }
        let value = decode()
        values.withLock { $0[key] = .some(value.map { Box($0) }) }
        return value
    }

    /// A decoded value. It stays with the decoder that made it, on its thread.
    private struct Box<Value>: @unchecked Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }
}
