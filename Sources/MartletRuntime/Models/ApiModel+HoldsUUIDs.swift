public import Foundation

extension ApiModel {
    /// A `UUID`, or a collection of them. Foundation encodes UUIDs in upper case; RFC 9562, section 4, requires lower
    /// case. The types of this package conform; other types must not.
    public protocol HoldsUUIDs: Encodable, Hashable {}
}

extension UUID: ApiModel.HoldsUUIDs {}
extension Array: ApiModel.HoldsUUIDs where Element: ApiModel.HoldsUUIDs {}
extension Dictionary: ApiModel.HoldsUUIDs where Key == String, Value: ApiModel.HoldsUUIDs {}
extension Optional: ApiModel.HoldsUUIDs where Wrapped: ApiModel.HoldsUUIDs {}
extension Nullable: ApiModel.HoldsUUIDs where Value: ApiModel.HoldsUUIDs {}

/// The same types, with a member that users of `Array` and `UUID` do not see.
private protocol UUIDHolder: Encodable {
    /// The same value with texts in place of UUIDs.
    associatedtype Lowercased: Encodable

    /// The same value with the UUIDs in lower-case hexadecimal.
    var withTexts: Lowercased { get }
}

extension UUID: UUIDHolder {
    fileprivate var withTexts: String { text }
}

extension Array: UUIDHolder where Element: UUIDHolder {
    fileprivate var withTexts: [Element.Lowercased] { map(\.withTexts) }
}

extension Dictionary: UUIDHolder where Key == String, Value: UUIDHolder {
    fileprivate var withTexts: [String: Value.Lowercased] { mapValues(\.withTexts) }
}

extension Optional: UUIDHolder where Wrapped: UUIDHolder {
    fileprivate var withTexts: Wrapped.Lowercased? { map(\.withTexts) }
}

extension Nullable: UUIDHolder where Value: UUIDHolder {
    fileprivate var withTexts: Nullable<Value.Lowercased> { Nullable<Value.Lowercased>(value?.withTexts) }
}

extension Encodable {
    /// The same value with the UUIDs in lower-case hexadecimal.
    package var withLowercasedUUIDs: any Encodable { (self as? any UUIDHolder)?.withTexts ?? self }
}
