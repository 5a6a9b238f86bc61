/// Writes the properties of one JSON object. Generated models encode themselves with it.
///
/// Nothing here is inlinable, for the reason given at ``ObjectDecoder``.
public struct ObjectEncoder {
    /// The object so far.
    var container: KeyedEncodingContainer<PropertyKey>

    /// Begins an object.
    public init(_ encoder: any Encoder) { container = encoder.container(keyedBy: PropertyKey.self) }

    /// Writes a property.
    /// - Throws: `EncodingError` when the value has no JSON form, as NaN.
    public mutating func encode<Value: Encodable>(_ key: String, _ value: Value) throws {
        try container.encode(value, forKey: PropertyKey(key))
    }

    /// Writes a property unless it is nil.
    /// - Throws: `EncodingError` when the value has no JSON form, as NaN.
    public mutating func encode<Value: Encodable>(_ key: String, _ value: Value?) throws {
        if let value { try container.encode(value, forKey: PropertyKey(key)) }
    }

    /// Writes a property, null for nil.
    /// - Throws: `EncodingError` when the value has no JSON form, as NaN.
    public mutating func encodeOrNull<Value: Encodable>(_ key: String, _ value: Value?) throws {
        try encode(key, Nullable(value))
    }

    /// Writes properties with names of their own.
    /// - Throws: `EncodingError` when a value has no JSON form, as NaN.
    public mutating func encode<Value: Encodable>(others values: [String: Value]) throws {
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            try container.encode(value, forKey: PropertyKey(key))
        }
    }
}
