// Overloads for UUIDs and collections of them, which are encoded in lower case.

extension ApiModel.Properties {
    /// Adds a property with UUIDs.
    public mutating func add<Value: ApiModel.HoldsUUIDs>(_ key: String, _ value: Value, _ other: Value) throws {
        try add(
            value,
            other,
            { try $0.writeMember(key, value.withLowercasedUUIDs) },
            { try $0.encode(value.withLowercasedUUIDs, forKey: PropertyKey(key)) }
        )
    }

    /// Adds a property with UUIDs that is omitted from JSON if it is `nil`.
    public mutating func add<Value: ApiModel.HoldsUUIDs>(_ key: String, _ value: Value?, _ other: Value?) throws {
        try add(
            value,
            other,
            { if let value { try $0.writeMember(key, value.withLowercasedUUIDs) } },
            { if let value { try $0.encode(value.withLowercasedUUIDs, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds a property with UUIDs that is encoded as null if it is `nil`.
    public mutating func addOrNull<Value: ApiModel.HoldsUUIDs>(_ key: String, _ value: Value?, _ other: Value?) throws {
        try add(
            value,
            other,
            { try $0.writeMember(key, Nullable(value).withLowercasedUUIDs) },
            { try $0.encode(Nullable(value).withLowercasedUUIDs, forKey: PropertyKey(key)) }
        )
    }

    /// Adds an array with UUIDs.
    public mutating func add<Element: ApiModel.HoldsUUIDs>(_ key: String, _ value: [Element], _ other: [Element]) throws
    {
        try add(
            value,
            other,
            { try $0.writeMember(key, value.withLowercasedUUIDs) },
            { try $0.encode(value.withLowercasedUUIDs, forKey: PropertyKey(key)) }
        )
    }

    /// Adds an array with UUIDs that is omitted from JSON if it is `nil`.
    public mutating func add<Element: ApiModel.HoldsUUIDs>(_ key: String, _ value: [Element]?, _ other: [Element]?)
        throws
    {
        try add(
            value,
            other,
            { if let value { try $0.writeMember(key, value.withLowercasedUUIDs) } },
            { if let value { try $0.encode(value.withLowercasedUUIDs, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds a dictionary with UUIDs.
    public mutating func add<Element: ApiModel.HoldsUUIDs>(
        _ key: String, _ value: [String: Element], _ other: [String: Element]
    ) throws {
        try add(
            value,
            other,
            { try $0.writeMember(key, value.withLowercasedUUIDs) },
            { try $0.encode(value.withLowercasedUUIDs, forKey: PropertyKey(key)) }
        )
    }

    /// Adds a dictionary with UUIDs that is omitted from JSON if it is `nil`.
    public mutating func add<Element: ApiModel.HoldsUUIDs>(
        _ key: String, _ value: [String: Element]?, _ other: [String: Element]?
    ) throws {
        try add(
            value,
            other,
            { if let value { try $0.writeMember(key, value.withLowercasedUUIDs) } },
            { if let value { try $0.encode(value.withLowercasedUUIDs, forKey: PropertyKey(key)) } }
        )
    }

    /// Adds properties with arbitrary names, whose values have UUIDs.
    public mutating func add<Value: ApiModel.HoldsUUIDs>(others values: [String: Value], _ others: [String: Value])
        throws
    {
        try add(
            values,
            others,
            { text in for (key, value) in values { try text.writeMember(key, value.withLowercasedUUIDs) } },
            { container in
                for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                    try container.encode(value.withLowercasedUUIDs, forKey: PropertyKey(key))
                }
            }
        )
    }
}
