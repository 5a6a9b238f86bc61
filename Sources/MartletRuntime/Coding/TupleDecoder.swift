/// Reads the elements of a JSON array one by one. Generated types for arrays with types by position decode themselves with
/// it.
public struct TupleDecoder {
    private var container: any UnkeyedDecodingContainer

    /// - Throws: `DecodingError` when the value is not an array.
    public init(_ decoder: any Decoder) throws { container = try decoder.unkeyedContainer() }

    /// The next element, which must be there.
    /// - Throws: `DecodingError` when it is missing or of another type.
    public mutating func required<Value: Decodable>() throws -> Value { try container.decode(Value.self) }

    /// The next element, or nil at the end.
    /// - Throws: `DecodingError` when it is of another type.
    public mutating func optional<Value: Decodable>() throws -> Value? {
        container.isAtEnd ? nil : try container.decode(Value.self)
    }

    /// The elements that are left.
    /// - Throws: `DecodingError` when one is of another type.
    public mutating func rest<Value: Decodable>() throws -> [Value] {
        var values: [Value] = []
        while !container.isAtEnd { values.append(try container.decode(Value.self)) }
        return values
    }
}

/// Writes the elements of a JSON array one by one.
public struct TupleEncoder {
    private var container: any UnkeyedEncodingContainer
    /// How many elements that are missing have been passed over.
    private var missing = 0

    /// Begins an array.
    public init(_ encoder: any Encoder) { container = encoder.unkeyedContainer() }

    /// Writes the next element. Missing ones before it become null.
    /// - Throws: `EncodingError` when it has no JSON form, as NaN.
    public mutating func encode<Value: Encodable>(_ value: Value) throws {
        for _ in 0..<missing { try container.encodeNil() }
        missing = 0
        try container.encode(value)
    }

    /// Writes the next element; nothing for nil at the end.
    /// - Throws: `EncodingError` when it has no JSON form, as NaN.
    public mutating func encode<Value: Encodable>(optional value: Value?) throws {
        guard let value else {
            missing += 1
            return
        }
        try encode(value)
    }

    /// Writes all that follows.
    /// - Throws: `EncodingError` when an element has no JSON form, as NaN.
    public mutating func encode<Value: Encodable>(rest values: [Value]) throws {
        for value in values { try encode(value) }
    }
}
