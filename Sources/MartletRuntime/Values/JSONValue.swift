public import Foundation

/// Any JSON value (RFC 8259, section 3), for what a document leaves free.
public enum JSONValue: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number without a fraction that fits 64 bits, kept exactly; `1.0` and `1e3` decode to one too.
    case integer(Int64)
    /// A whole number that 64 bits can't hold, exact up to 38 digits.
    case decimal(Decimal)
    /// Any other number, as precise as a `Double` is.
    case number(Double)
    /// A string
    case string(String)
    /// An array
    case array([JSONValue])
    /// An object
    case object([String: JSONValue])

    /// The value of a property; nil when this is no object or has no such property.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let properties) = self else { return nil }
        return properties[key]
    }

    /// The element at an index; nil when this is no array or the index is out of bounds.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
