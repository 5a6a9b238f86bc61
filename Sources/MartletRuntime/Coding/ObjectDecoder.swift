/// Reads the properties of one JSON object. Generated models decode themselves with it.
///
/// Nothing here is inlinable, on purpose: each generic function is compiled once, in this module, instead of once a
/// model in the caller's. The client's own decoder is asked directly, all others as `Decodable` has it.
public struct ObjectDecoder {
    /// Where the properties come from.
    enum Source {
        /// An object of the client's own decoder.
        case document(JSONDocument, object: Int)
        /// Any other decoder's. In a box, for its size is not known to the compiler, which would make this enum slow.
        indirect case container(KeyedDecodingContainer<PropertyKey>)
    }

    let source: Source

    /// - Throws: `DecodingError` when the value is not an object.
    public init(_ decoder: any Decoder) throws {
        if let decoder = decoder as? JSONNodeDecoder {
            source = .document(decoder.document, object: try decoder.object)
        } else {
            source = .container(try decoder.container(keyedBy: PropertyKey.self))
        }
    }

    /// A property that must be there.
    /// - Throws: `DecodingError` when it is absent, of another type, or null where `Value` has no null.
    public func required<Value: Decodable>(_ key: String) throws -> Value {
        try required(key, { try $0.value(at: $1) }, { try $0.decode(Value.self, forKey: $1) })
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
        try optional(key, { try $0.value(at: $1) as Value }, { try $0.decodeIfPresent(Value.self, forKey: $1) })
    }

    /// A property that may be absent, which is nil, or null, which `Value` decodes itself, as ``JSONValue`` and
    /// ``Nullable`` do.
    /// - Throws: `DecodingError` when it is of another type.
    public func nullable<Value: Decodable>(_ key: String) throws -> Value? {
        contains(key) ? try required(key) as Value : nil
    }

    /// The properties whose names are none of these.
    /// - Throws: `DecodingError` when one of them is of another type.
    public func others<Value: Decodable>(than known: [String]) throws -> [String: Value] {
        var others: [String: Value] = [:]
        switch source {
        case .document(let document, let object):
            for (name, value) in document.members(of: object) {
                let name = try document.string(at: name)
                if !known.contains(name), others[name] == nil { others[name] = try document.value(at: value) as Value }
            }
        case .container(let container):
            for key in container.allKeys where !known.contains(key.stringValue) {
                others[key.stringValue] = try required(key.stringValue) as Value
            }
        }
        return others
    }

    /// Whether there is a property of a name, be it null.
    func contains(_ key: String) -> Bool {
        switch source {
        case .document(let document, let object): document.member(key, of: object) != nil
        case .container(let container): container.contains(PropertyKey(key))
        }
    }

    /// A property that must be there, read in one way or the other.
    ///
    /// Inlined into the functions of this module, for it runs once a property.
    @inline(__always)
    func required<Value>(
        _ key: String,
        _ read: (JSONDocument, Int) throws -> Value,
        _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value
    ) throws -> Value {
        switch source {
        case .document(let document, let object):
            guard let index = document.member(key, of: object) else { throw document.missing(key, object) }
            return try read(document, index)
        case .container(let container): return try located(PropertyKey(key), in: container, decode)
        }
    }

    /// A property that may be absent or null, read in one way or the other.
    @inline(__always)
    func optional<Value>(
        _ key: String,
        _ read: (JSONDocument, Int) throws -> Value,
        _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value?
    ) throws -> Value? {
        switch source {
        case .document(let document, let object):
            guard let index = document.member(key, of: object), !document.isNull(at: index) else { return nil }
            return try read(document, index)
        case .container(let container): return try located(PropertyKey(key), in: container, decode)
        }
    }

    /// Gives a place to errors that have none: `JSONDecoder` throws one of its own for a number that does not fit and
    /// for a malformed string, and makes it a `DecodingError` at the end, when the path is forgotten.
    @inline(__always)
    private func located<Value>(
        _ key: PropertyKey,
        in container: KeyedDecodingContainer<PropertyKey>,
        _ decode: (KeyedDecodingContainer<PropertyKey>, PropertyKey) throws -> Value
    ) throws -> Value {
        do {
            return try decode(container, key)
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
