// Overloads that encode arrays and dictionaries by element: encoders take long to look up how to encode one as a whole.

extension ApiModel.Properties {
    /// Adds an array.
    public mutating func add<Element: Encodable & Hashable>(
        _ key: String,
        _ value: [Element],
        _ other: [Element]
    ) throws {
        try add(
            { try $0.write(key, array: value) },
            { try $0.encode(value, PropertyKey(key)) },
            hash: { value.hash(into: &$0) },
            isEqual: { value == other }
        )
    }

    /// Adds an array that is omitted from JSON if it is `nil`.
    public mutating func add<Element: Encodable & Hashable>(
        _ key: String,
        _ value: [Element]?,
        _ other: [Element]?
    ) throws {
        try add(
            { if let value { try $0.write(key, array: value) } },
            { if let value { try $0.encode(value, PropertyKey(key)) } },
            hash: { Self.hash(value, into: &$0) { $0.hash(into: &$1) } },
            isEqual: { Self.areEqual(value, other) { $0 == $1 } }
        )
    }

    /// Adds a dictionary.
    public mutating func add<Element: Encodable & Hashable>(
        _ key: String,
        _ value: [String: Element],
        _ other: [String: Element]
    ) throws {
        try add(
            { try $0.write(key, dictionary: value) },
            { try $0.encode(value, PropertyKey(key)) },
            hash: { value.hash(into: &$0) },
            isEqual: { value == other }
        )
    }

    /// Adds a dictionary that is omitted from JSON if it is `nil`.
    public mutating func add<Element: Encodable & Hashable>(
        _ key: String,
        _ value: [String: Element]?,
        _ other: [String: Element]?
    ) throws {
        try add(
            { if let value { try $0.write(key, dictionary: value) } },
            { if let value { try $0.encode(value, PropertyKey(key)) } },
            hash: { Self.hash(value, into: &$0) { $0.hash(into: &$1) } },
            isEqual: { Self.areEqual(value, other) { $0 == $1 } }
        )
    }
}

// Values of their own rather than nested containers, which would add to what another part of the object has written.

extension KeyedEncodingContainer<PropertyKey> {
    fileprivate mutating func encode(_ elements: [some Encodable], _ key: PropertyKey) throws {
        try encode(EncodedArray(elements: elements), forKey: key)
    }

    fileprivate mutating func encode(_ members: [String: some Encodable], _ key: PropertyKey) throws {
        try encode(EncodedDictionary(members: members), forKey: key)
    }
}

private struct EncodedArray<Element: Encodable>: Encodable {
    let elements: [Element]

    func encode(to encoder: any Encoder) throws {
        var array = encoder.unkeyedContainer()
        for element in elements { try array.encode(element) }
    }
}

private struct EncodedDictionary<Member: Encodable>: Encodable {
    let members: [String: Member]

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: PropertyKey.self)
        for (name, value) in members { try object.encode(value, forKey: PropertyKey(name)) }
    }
}
