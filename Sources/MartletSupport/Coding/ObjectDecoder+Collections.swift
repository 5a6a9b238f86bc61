import MartletRuntime

// Specializations for collections: decoding them with the standard library takes three times as long.

extension ObjectDecoder {
    /// Decodes a required array.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func requiredArray<Element: Decodable>(_ key: String) throws -> [Element] {
        try required(key, { try $0.array(at: $1) }, { try $0.decode([Element].self, forKey: $1) })
    }

    /// Decodes an optional array; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optionalArray<Element: Decodable>(_ key: String) throws -> [Element]? {
        try optional(key, { try $0.array(at: $1) }, { try $0.decodeIfPresent([Element].self, forKey: $1) })
    }

    /// Decodes a required dictionary.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func requiredDictionary<Value: Decodable>(_ key: String) throws -> [String: Value] {
        try required(key, { try $0.dictionary(at: $1) }, { try $0.decode([String: Value].self, forKey: $1) })
    }

    /// Decodes an optional dictionary; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optionalDictionary<Value: Decodable>(_ key: String) throws -> [String: Value]? {
        try optional(key, { try $0.dictionary(at: $1) }, { try $0.decodeIfPresent([String: Value].self, forKey: $1) })
    }
}
