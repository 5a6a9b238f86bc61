// The scalars once more, without generics: decoders have a shorter way for them, and models consist of little else.

extension ObjectDecoder {
    /// A `String` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> String {
        try located(PropertyKey(key)) { try container.decode(String.self, forKey: $0) }
    }

    /// A `String` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> String? {
        try located(PropertyKey(key)) { try container.decodeIfPresent(String.self, forKey: $0) }
    }

    /// A `Bool` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> Bool {
        try located(PropertyKey(key)) { try container.decode(Bool.self, forKey: $0) }
    }

    /// A `Bool` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> Bool? {
        try located(PropertyKey(key)) { try container.decodeIfPresent(Bool.self, forKey: $0) }
    }

    /// An `Int` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> Int {
        try located(PropertyKey(key)) { try container.decode(Int.self, forKey: $0) }
    }

    /// An `Int` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> Int? {
        try located(PropertyKey(key)) { try container.decodeIfPresent(Int.self, forKey: $0) }
    }

    /// An `Int64` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> Int64 {
        try located(PropertyKey(key)) { try container.decode(Int64.self, forKey: $0) }
    }

    /// An `Int64` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> Int64? {
        try located(PropertyKey(key)) { try container.decodeIfPresent(Int64.self, forKey: $0) }
    }

    /// A `Double` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> Double {
        try located(PropertyKey(key)) { try container.decode(Double.self, forKey: $0) }
    }

    /// A `Double` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> Double? {
        try located(PropertyKey(key)) { try container.decodeIfPresent(Double.self, forKey: $0) }
    }
}
