public import Foundation

// Foundation encodes UUIDs in capitals; RFC 9562, section 4, asks for small letters.

extension ObjectEncoder {
    /// Writes a `UUID`.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: UUID) throws { try encode(key, value.lowercased) }

    /// Writes a `UUID` unless it is nil.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: UUID?) throws { try encode(key, value?.lowercased) }

    /// Writes a `UUID`, null for nil.
    /// - Throws: what the encoder throws.
    public mutating func encodeOrNull(_ key: String, _ value: UUID?) throws {
        try encodeOrNull(key, value?.lowercased)
    }

    /// Writes a `UUID` or null unless it is nil.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: Nullable<UUID>?) throws {
        try encode(key, value.map { Nullable($0.value?.lowercased) })
    }

    /// Writes an array of `UUID`s unless it is nil.
    /// - Throws: what the encoder throws.
    public mutating func encode(_ key: String, _ value: [UUID]?) throws {
        try encode(key, value?.map(\.lowercased))
    }
}
