/// Writes a value that is one of several types, or several at once. Generated enums with payloads encode themselves with
/// it.
public struct UnionEncoder {
    private let encoder: any Encoder

    /// Begins a value.
    public init(_ encoder: any Encoder) { self.encoder = encoder }

    /// Writes the value.
    /// - Throws: `EncodingError` when it has no JSON form, as NaN.
    public func encode<Value: Encodable>(_ value: Value) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    /// Writes an object and beside its own properties one that says which type it is.
    /// - Throws: `EncodingError` when it is no object or has no JSON form.
    public func encode<Value: Encodable>(_ value: Value, tag: String, _ name: String) throws {
        try value.encode(to: encoder)
        var container = encoder.container(keyedBy: PropertyKey.self)
        try container.encode(tag, forKey: PropertyKey(name))
    }

    /// Writes the properties of an object beside those of others, or the value if there is but one; nothing for nil.
    /// - Throws: `EncodingError` when it has no JSON form.
    public func encode<Value: Encodable>(part value: Value?) throws {
        try value?.encode(to: encoder)
    }
}
