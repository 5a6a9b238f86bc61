/// Reads the properties of one JSON object. Generated models decode themselves with it.
///
/// Nothing here is inlinable, on purpose: each generic function is compiled once, in this module, instead of once a
/// model in the caller's.
public struct ObjectDecoder {
    /// The properties by name.
    let container: KeyedDecodingContainer<PropertyKey>

    /// - Throws: `DecodingError` when the value is not an object.
    public init(_ decoder: any Decoder) throws { container = try decoder.container(keyedBy: PropertyKey.self) }

    /// A property that must be there.
    /// - Throws: `DecodingError` when it is absent, of another type, or null where `Value` has no null.
    public func required<Value: Decodable>(_ key: String) throws -> Value {
        try located(PropertyKey(key)) { try container.decode(Value.self, forKey: $0) }
    }

    /// A property that must be there and may be null, which is nil.
    /// - Throws: `DecodingError` when it is absent or of another type.
    public func requiredOrNull<Value: Decodable>(_ key: String) throws -> Value? {
        let nullable: Nullable<Value> = try required(key)
        return nullable.value
    }

    /// A property that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional<Value: Decodable>(_ key: String) throws -> Value? {
        try located(PropertyKey(key)) { try container.decodeIfPresent(Value.self, forKey: $0) }
    }

    /// A property that may be absent, which is nil, or null, which `Value` decodes itself, as ``JSONValue`` and
    /// ``Nullable`` do.
    /// - Throws: `DecodingError` when it is of another type.
    public func nullable<Value: Decodable>(_ key: String) throws -> Value? {
        try located(PropertyKey(key)) {
            container.contains($0) ? try container.decode(Value.self, forKey: $0) : nil
        }
    }

    /// The properties whose names are none of these.
    /// - Throws: `DecodingError` when one of them is of another type.
    public func others<Value: Decodable>(than known: [String]) throws -> [String: Value] {
        var others: [String: Value] = [:]
        for key in container.allKeys where !known.contains(key.stringValue) {
            others[key.stringValue] = try located(key) { try container.decode(Value.self, forKey: $0) }
        }
        return others
    }

    /// Gives a place to errors that have none: `JSONDecoder` throws one of its own for a number that does not fit and
    /// for a malformed string, and makes it a `DecodingError` at the end, when the path is forgotten.
    ///
    /// Inlined into the functions of this module, for it runs once a property.
    @inline(__always)
    func located<Value>(_ key: PropertyKey, _ decode: (PropertyKey) throws -> Value) throws -> Value {
        do {
            return try decode(key)
        } catch let error as DecodingError {
            throw error
        } catch {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: container.codingPath + [key],
                    debugDescription: Self.unreadable,
                    underlyingError: error
                )
            )
        }
    }

    /// A value of the right type that Swift cannot hold.
    static let unreadable = "the number does not fit or the string is malformed"
}
