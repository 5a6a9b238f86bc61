public import Foundation

// Foundation encodes UUIDs in capitals; RFC 9562, section 4, asks for small letters.

extension ObjectProperties {
    /// Adds a `UUID`.
    public mutating func add(_ key: String, _ value: UUID) {
        add(value) { try $0.encode(value.lowercased, forKey: PropertyKey(key)) }
    }

    /// Adds a `UUID` that is not written when it is nil.
    public mutating func add(_ key: String, _ value: UUID?) {
        add(value) { if let value { try $0.encode(value.lowercased, forKey: PropertyKey(key)) } }
    }

    /// Adds a `UUID` that is written as null when it is nil.
    public mutating func addOrNull(_ key: String, _ value: UUID?) {
        add(value) { try $0.encode(Nullable(value?.lowercased), forKey: PropertyKey(key)) }
    }

    /// Adds a `UUID` that is not written when it is nil, and may be null.
    public mutating func add(_ key: String, _ value: Nullable<UUID>?) {
        add(value) { if let value { try $0.encode(Nullable(value.value?.lowercased), forKey: PropertyKey(key)) } }
    }

    /// Adds an array of `UUID`s.
    public mutating func add(_ key: String, _ value: [UUID]) {
        add(value) { try $0.encode(value.map(\.lowercased), forKey: PropertyKey(key)) }
    }

    /// Adds an array of `UUID`s that is not written when it is nil.
    public mutating func add(_ key: String, _ value: [UUID]?) {
        add(value) { if let value { try $0.encode(value.map(\.lowercased), forKey: PropertyKey(key)) } }
    }
}
