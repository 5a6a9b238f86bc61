public import Foundation

/// A `UUID`, or a collection of them. Foundation encodes UUIDs in upper case; RFC 9562, section 4, requires lower case.
public protocol HoldsUUIDs: Encodable, Hashable {
    /// The same value with texts in place of UUIDs.
    associatedtype Lowercased: Encodable & Hashable

    /// The same value with the UUIDs in lower-case hexadecimal.
    var lowercased: Lowercased { get }
}

extension UUID: HoldsUUIDs {
    /// The UUID in lower-case hexadecimal.
    public var lowercased: String { uuidString.lowercased() }
}

extension Array: HoldsUUIDs where Element: HoldsUUIDs {
    /// The elements with the UUIDs in lower-case hexadecimal.
    public var lowercased: [Element.Lowercased] { map(\.lowercased) }
}

extension Dictionary: HoldsUUIDs where Key == String, Value: HoldsUUIDs {
    /// The values with the UUIDs in lower-case hexadecimal.
    public var lowercased: [String: Value.Lowercased] { mapValues(\.lowercased) }
}

extension Optional: HoldsUUIDs where Wrapped: HoldsUUIDs {
    /// The value with the UUIDs in lower-case hexadecimal.
    public var lowercased: Wrapped.Lowercased? { map(\.lowercased) }
}

extension Nullable: HoldsUUIDs where Value: HoldsUUIDs {
    /// The value with the UUIDs in lower-case hexadecimal.
    public var lowercased: Nullable<Value.Lowercased> { Nullable<Value.Lowercased>(value?.lowercased) }
}

extension Encodable {
    /// The same value with the UUIDs in lower-case hexadecimal; for values whose type is not known before.
    package var withLowercasedUUIDs: any Encodable { (self as? any HoldsUUIDs)?.lowercased ?? self }
}
