// Overloads that encode arrays and dictionaries by element: encoders take long to look up how to encode one as a whole.

extension ObjectProperties {
    /// Adds an array.
    public mutating func add<Element: Encodable & Hashable>(_ key: String, _ value: [Element]) {
        add(value) { try $0.encode(value, PropertyKey(key)) }
    }

    /// Adds an array that is omitted from JSON if it is nil.
    public mutating func add<Element: Encodable & Hashable>(_ key: String, _ value: [Element]?) {
        add(value) { if let value { try $0.encode(value, PropertyKey(key)) } }
    }

    /// Adds a dictionary.
    public mutating func add<Element: Encodable & Hashable>(_ key: String, _ value: [String: Element]) {
        add(value) { try $0.encode(value, PropertyKey(key)) }
    }

    /// Adds a dictionary that is omitted from JSON if it is nil.
    public mutating func add<Element: Encodable & Hashable>(_ key: String, _ value: [String: Element]?) {
        add(value) { if let value { try $0.encode(value, PropertyKey(key)) } }
    }
}

extension KeyedEncodingContainer<PropertyKey> {
    fileprivate mutating func encode(_ elements: [some Encodable], _ key: PropertyKey) throws {
        var array = nestedUnkeyedContainer(forKey: key)
        for element in elements { try array.encode(element) }
    }

    fileprivate mutating func encode(_ members: [String: some Encodable], _ key: PropertyKey) throws {
        var object = nestedContainer(keyedBy: PropertyKey.self, forKey: key)
        for (name, value) in members { try object.encode(value, forKey: PropertyKey(name)) }
    }
}
