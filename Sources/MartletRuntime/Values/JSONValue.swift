public import Foundation

/// Any JSON value (RFC 8259, section 3), for values without a schema.
public enum JSONValue: Hashable, Sendable {
    /// The value `null`.
    case null
    /// The value `true` or `false`.
    case bool(Bool)
    /// A number without a fraction that fits into 64 bits, stored exactly; `1.0` and `1e3` are decoded as integers too.
    case integer(Int64)
    /// An integer that does not fit into 64 bits, exact up to 38 digits.
    case decimal(Decimal)
    /// Any other number, with the precision of `Double`.
    case number(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object([String: JSONValue])

    /// The value of a property; `nil` if this is not an object or has no such property.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let properties) = self else { return nil }
        return properties[key]
    }

    /// The element at an index; `nil` if this is not an array or the index is out of bounds.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
