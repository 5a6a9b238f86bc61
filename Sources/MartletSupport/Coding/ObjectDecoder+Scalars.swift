import MartletRuntime

// Non-generic overloads for scalars, which most properties of models are: decoders have a faster path for them.

extension ObjectDecoder {
    /// Decodes a required `String`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> String {
        try required(key, { try $0.string(at: $1) }, { try $0.decode(String.self, forKey: $1) })
    }

    /// Decodes an optional `String`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> String? {
        try optional(key, { try $0.string(at: $1) }, { try $0.decodeIfPresent(String.self, forKey: $1) })
    }

    /// Decodes a required `Bool`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> Bool {
        try required(key, { try $0.bool(at: $1) }, { try $0.decode(Bool.self, forKey: $1) })
    }

    /// Decodes an optional `Bool`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> Bool? {
        try optional(key, { try $0.bool(at: $1) }, { try $0.decodeIfPresent(Bool.self, forKey: $1) })
    }

    /// Decodes a required `Int`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> Int {
        try required(key, { try $0.integer(at: $1) }, { try $0.decode(Int.self, forKey: $1) })
    }

    /// Decodes an optional `Int`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> Int? {
        try optional(key, { try $0.integer(at: $1) }, { try $0.decodeIfPresent(Int.self, forKey: $1) })
    }

    /// Decodes a required `Int64`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> Int64 {
        try required(key, { try $0.int64(at: $1) }, { try $0.decode(Int64.self, forKey: $1) })
    }

    /// Decodes an optional `Int64`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> Int64? {
        try optional(key, { try $0.int64(at: $1) }, { try $0.decodeIfPresent(Int64.self, forKey: $1) })
    }

    /// Decodes a required `Double`.
    /// - Throws: `DecodingError` if it is absent, null or of another type.
    public func required(_ key: String) throws -> Double {
        try required(key, { try $0.floatingPoint(at: $1) }, { try $0.decode(Double.self, forKey: $1) })
    }

    /// Decodes an optional `Double`; `nil` if it is absent or null.
    /// - Throws: `DecodingError` if it is of another type.
    public func optional(_ key: String) throws -> Double? {
        try optional(key, { try $0.floatingPoint(at: $1) }, { try $0.decodeIfPresent(Double.self, forKey: $1) })
    }
}
