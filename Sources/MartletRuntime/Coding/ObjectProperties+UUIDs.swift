public import Foundation

// Foundation encodes UUIDs in upper case; RFC 9562, section 4, requires lower case.

extension ObjectProperties {
    /// Adds a `UUID`.
    public mutating func add(_ key: String, _ value: UUID) {
        add(value) { try $0.encode(value.lowercased, forKey: PropertyKey(key)) }
    }

    /// Adds a `UUID` that is omitted from JSON if it is nil.
    public mutating func add(_ key: String, _ value: UUID?) {
        add(value) { if let value { try $0.encode(value.lowercased, forKey: PropertyKey(key)) } }
    }

    /// Adds a `UUID` that is encoded as null if it is nil.
    public mutating func addOrNull(_ key: String, _ value: UUID?) {
        add(value) { try $0.encode(Nullable(value?.lowercased), forKey: PropertyKey(key)) }
    }

    /// Adds a `UUID` that may be null, and is omitted from JSON if it is nil.
    public mutating func add(_ key: String, _ value: Nullable<UUID>?) {
        add(value) { if let value { try $0.encode(Nullable(value.value?.lowercased), forKey: PropertyKey(key)) } }
    }

    /// Adds an array of `UUID`s.
    public mutating func add(_ key: String, _ value: [UUID]) {
        add(value) { try $0.encode(value.map(\.lowercased), forKey: PropertyKey(key)) }
    }

    /// Adds an array of `UUID`s that is omitted from JSON if it is nil.
    public mutating func add(_ key: String, _ value: [UUID]?) {
        add(value) { if let value { try $0.encode(value.map(\.lowercased), forKey: PropertyKey(key)) } }
    }
}
