/// The use of a type.
package indirect enum TypeReference: Hashable, Sendable {
    case string
    case boolean
    case int32
    case int64
    case float
    case double
    /// Any JSON value.
    case json
    case array(TypeReference)
    /// Keys are strings, as all keys of JSON objects are (RFC 8259, section 4).
    case dictionary(TypeReference)
    /// A type that the client declares.
    case named(Identifier)
}
