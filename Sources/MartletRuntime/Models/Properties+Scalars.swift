// Non-generic overloads for scalars, which most properties of models are: encoders have a faster path for them.

extension ApiModel.Properties {
    /// Adds a `String`.
    public mutating func add(_ key: String, _ value: String, _ other: String) throws {
        try add(value, other, { $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds a `String` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: String?, _ other: String?) throws {
        try add(
            value,
            other,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds a `Bool`.
    public mutating func add(_ key: String, _ value: Bool, _ other: Bool) throws {
        try add(value, other, { $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds a `Bool` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: Bool?, _ other: Bool?) throws {
        try add(
            value,
            other,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds an `Int`.
    public mutating func add(_ key: String, _ value: Int, _ other: Int) throws {
        try add(value, other, { $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds an `Int` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: Int?, _ other: Int?) throws {
        try add(
            value,
            other,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds an `Int64`.
    public mutating func add(_ key: String, _ value: Int64, _ other: Int64) throws {
        try add(value, other, { $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds an `Int64` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: Int64?, _ other: Int64?) throws {
        try add(
            value,
            other,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds a `Double`.
    public mutating func add(_ key: String, _ value: Double, _ other: Double) throws {
        try add(value, other, { try $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds a `Double` that is omitted from JSON if it is `nil`.
    public mutating func add(_ key: String, _ value: Double?, _ other: Double?) throws {
        try add(
            value,
            other,
            { if let value { try $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }
}
