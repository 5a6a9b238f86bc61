// The scalars once more, without generics: decoders have a shorter way for them, and models consist of little else.

extension ObjectDecoder {
    /// A `String` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> String {
        try required(key, { try $0.string(at: $1) }, { try $0.decode(String.self, forKey: $1) })
    }

    /// A `String` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> String? {
        try optional(key, { try $0.string(at: $1) }, { try $0.decodeIfPresent(String.self, forKey: $1) })
    }

    /// A `Bool` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> Bool {
        try required(key, { try $0.bool(at: $1) }, { try $0.decode(Bool.self, forKey: $1) })
    }

    /// A `Bool` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> Bool? {
        try optional(key, { try $0.bool(at: $1) }, { try $0.decodeIfPresent(Bool.self, forKey: $1) })
    }

    /// An `Int` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> Int {
        try required(key, { try $0.integer(at: $1) }, { try $0.decode(Int.self, forKey: $1) })
    }

    /// An `Int` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> Int? {
        try optional(key, { try $0.integer(at: $1) }, { try $0.decodeIfPresent(Int.self, forKey: $1) })
    }

    /// An `Int64` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> Int64 {
        try required(key, { try $0.integer(at: $1) }, { try $0.decode(Int64.self, forKey: $1) })
    }

    /// An `Int64` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> Int64? {
        try optional(key, { try $0.integer(at: $1) }, { try $0.decodeIfPresent(Int64.self, forKey: $1) })
    }

    /// A `Double` that must be there.
    /// - Throws: `DecodingError` when it is absent, null or of another type.
    public func required(_ key: String) throws -> Double {
        try required(key, { try $0.floatingPoint(at: $1) }, { try $0.decode(Double.self, forKey: $1) })
    }

    /// A `Double` that may be absent or null; both are nil.
    /// - Throws: `DecodingError` when it is of another type.
    public func optional(_ key: String) throws -> Double? {
        try optional(key, { try $0.floatingPoint(at: $1) }, { try $0.decodeIfPresent(Double.self, forKey: $1) })
    }
}
