// Non-generic overloads for scalars, which most properties of models are: encoders have a faster path for them.

extension ApiModel.Properties {
    /// Adds a `String`.
    public mutating func add(_ key: String, _ value: String) {
        add(value, { $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds a `String` that is omitted from JSON if it is nil.
    public mutating func add(_ key: String, _ value: String?) {
        add(
            value,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds a `Bool`.
    public mutating func add(_ key: String, _ value: Bool) {
        add(value, { $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds a `Bool` that is omitted from JSON if it is nil.
    public mutating func add(_ key: String, _ value: Bool?) {
        add(
            value,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds an `Int`.
    public mutating func add(_ key: String, _ value: Int) {
        add(value, { $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds an `Int` that is omitted from JSON if it is nil.
    public mutating func add(_ key: String, _ value: Int?) {
        add(
            value,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds an `Int64`.
    public mutating func add(_ key: String, _ value: Int64) {
        add(value, { $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds an `Int64` that is omitted from JSON if it is nil.
    public mutating func add(_ key: String, _ value: Int64?) {
        add(
            value,
            { if let value { $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds a `Double`.
    public mutating func add(_ key: String, _ value: Double) {
        add(value, { try $0.write(key, value) }, { try $0.encode(value, forKey: PropertyKey(key)) })
    }

    /// Adds a `Double` that is omitted from JSON if it is nil.
    public mutating func add(_ key: String, _ value: Double?) {
        add(
            value,
            { if let value { try $0.write(key, value) } },
            { if let value { try $0.encode(value, forKey: PropertyKey(key)) } }
        )
    }
}
