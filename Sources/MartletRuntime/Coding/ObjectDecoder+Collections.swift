// Collections once more: the standard library reads them in a roundabout way, which takes three times as long.

extension ObjectDecoder {
    /// An array that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func requiredArray<Element: Decodable>(_ key: String) throws -> [Element] {
        try required(key, { try $0.array(at: $1) }, { try $0.decode([Element].self, forKey: $1) })
    }

    /// An array that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optionalArray<Element: Decodable>(_ key: String) throws -> [Element]? {
        try optional(key, { try $0.array(at: $1) }, { try $0.decodeIfPresent([Element].self, forKey: $1) })
    }

    /// A dictionary that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func requiredDictionary<Value: Decodable>(_ key: String) throws -> [String: Value] {
        try required(key, { try $0.dictionary(at: $1) }, { try $0.decode([String: Value].self, forKey: $1) })
    }

    /// A dictionary that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optionalDictionary<Value: Decodable>(_ key: String) throws -> [String: Value]? {
        try optional(key, { try $0.dictionary(at: $1) }, { try $0.decodeIfPresent([String: Value].self, forKey: $1) })
    }
}
