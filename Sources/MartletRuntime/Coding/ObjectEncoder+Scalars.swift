// The scalars once more, without generics: encoders have a shorter way for them, and models consist of little else.

extension ObjectEncoder {
    /// Writes a `String`.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: String) throws {
        try container.encode(value, forKey: PropertyKey(key))
    }

    /// Writes a `String` unless it is nil.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: String?) throws {
        if let value { try container.encode(value, forKey: PropertyKey(key)) }
    }

    /// Writes a `Bool`.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: Bool) throws {
        try container.encode(value, forKey: PropertyKey(key))
    }

    /// Writes a `Bool` unless it is nil.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: Bool?) throws {
        if let value { try container.encode(value, forKey: PropertyKey(key)) }
    }

    /// Writes an `Int`.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: Int) throws {
        try container.encode(value, forKey: PropertyKey(key))
    }

    /// Writes an `Int` unless it is nil.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: Int?) throws {
        if let value { try container.encode(value, forKey: PropertyKey(key)) }
    }

    /// Writes an `Int64`.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: Int64) throws {
        try container.encode(value, forKey: PropertyKey(key))
    }

    /// Writes an `Int64` unless it is nil.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: Int64?) throws {
        if let value { try container.encode(value, forKey: PropertyKey(key)) }
    }

    /// Writes a `Double`.
    /// - Throws: `EncodingError` for NaN and the infinite.
    public mutating func encode(_ key: String, _ value: Double) throws {
        try container.encode(value, forKey: PropertyKey(key))
    }

    /// Writes a `Double` unless it is nil.
    /// - Throws: `EncodingError` for NaN and the infinite.
    public mutating func encode(_ key: String, _ value: Double?) throws {
        if let value { try container.encode(value, forKey: PropertyKey(key)) }
    }
}
