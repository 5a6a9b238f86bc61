import MartletRuntime

/// Decodes the elements of a JSON array in order, for generated tuple types (`prefixItems`).
public struct TupleDecoder {
    private var container: any UnkeyedDecodingContainer

    /// Creates a decoder of an array's elements.
    /// - Throws: `DecodingError` if the value is not an array.
    public init(_ decoder: any Decoder) throws { container = try decoder.unkeyedContainer() }

    /// Decodes the next element, which must exist.
    /// - Throws: `DecodingError` if it is missing or of another type.
    public mutating func required<Value: Decodable>() throws -> Value { try container.decode(Value.self) }

    /// Decodes the next element; returns `nil` at the end of the array.
    /// - Throws: `DecodingError` if it is of another type.
    public mutating func optional<Value: Decodable>() throws -> Value? {
        container.isAtEnd ? nil : try container.decode(Value.self)
    }

    /// Decodes the remaining elements.
    /// - Throws: `DecodingError` if one of them is of another type.
    public mutating func rest<Value: Decodable>() throws -> [Value] {
        var values: [Value] = []
        while !container.isAtEnd { values.append(try container.decode(Value.self)) }
        return values
    }
}

/// Encodes the elements of a JSON array in order.
public struct TupleEncoder {
    private var container: any UnkeyedEncodingContainer
    /// The number of missing elements since the last one encoded.
    private var missing = 0

    /// Starts an array.
    public init(_ encoder: any Encoder) { container = encoder.unkeyedContainer() }

    /// Encodes the next element. Missing elements before it are encoded as null.
    /// - Throws: `EncodingError` if it cannot be encoded as JSON, such as NaN.
    public mutating func encode<Value: Encodable>(_ value: Value) throws {
        for _ in 0..<missing { try container.encodeNil() }
        missing = 0
        try container.encode(value.withLowercasedUUIDs)
    }

    /// Encodes the next element; missing elements at the end of the array are omitted.
    /// - Throws: `EncodingError` if it cannot be encoded as JSON, such as NaN.
    public mutating func encode<Value: Encodable>(optional value: Value?) throws {
        guard let value else {
            missing += 1
            return
        }
        try encode(value)
    }

    /// Encodes all remaining elements.
    /// - Throws: `EncodingError` if an element cannot be encoded as JSON, such as NaN.
    public mutating func encode<Value: Encodable>(rest values: [Value]) throws {
        for value in values { try encode(value) }
    }
}
