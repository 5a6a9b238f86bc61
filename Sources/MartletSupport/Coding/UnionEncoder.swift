import Foundation
public import MartletRuntime

/// Encodes a value of one or several of a union's types, for generated `oneOf` and `anyOf` types.
public struct UnionEncoder {
    private let encoder: any Encoder

    /// Starts a value.
    public init(_ encoder: any Encoder) { self.encoder = encoder }

    /// Encodes the value. The properties of an object are added to those that other parts have written.
    /// - Throws: `EncodingError` if it cannot be encoded as JSON, such as NaN.
    public func encode<Value: Encodable>(_ value: Value) throws {
        switch value {
        // Encoders treat these types specially.
        case is Date, is Data, is URL, is Decimal:
            var container = encoder.singleValueContainer()
            try container.encode(value)
        default: try value.withLowercasedUUIDs.encode(to: encoder)
        }
    }

    /// Encodes an object with an additional property that determines its type.
    /// - Throws: `EncodingError` if it is not an object or cannot be encoded as JSON.
    public func encode<Value: Encodable>(_ value: Value, tag: JSONValue, _ name: String) throws {
        try value.encode(to: encoder)
        var container = encoder.container(keyedBy: PropertyKey.self)
        try container.encode(tag, forKey: PropertyKey(name))
    }

    /// Encodes the properties of an object into the same object as other parts, or a single value; nothing for `nil`.
    /// - Throws: `EncodingError` if it cannot be encoded as JSON.
    public func encode<Value: Encodable>(part value: Value?) throws {
        if let value { try encode(value) }
    }
}
