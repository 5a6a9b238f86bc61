/// A use of a type.
package indirect enum TypeReference: Hashable, Sendable {
    case string
    case boolean
    case int32
    case int64
    case uint64
    case float
    case double
    /// A decimal number, exact up to 38 digits.
    case decimal
    /// A point in time (RFC 3339, section 5.6, `date-time`).
    case dateTime
    /// A calendar day (RFC 3339, section 5.6, `full-date`).
    case date
    case uuid
    /// Bytes; encoded in base64 where the value is text.
    case data
    /// Any JSON value.
    case json
    /// A file in a multipart form.
    case file
    /// A whole body of bytes or of a file.
    case body
    /// A multipart body whose parts the caller makes.
    case parts
    /// The type that the configuration sets for a `format`, as it is spelled there.
    case custom(Identifier)
    case array(TypeReference)
    /// A dictionary by string keys, as in JSON objects (RFC 8259, section 4).
    case dictionary(TypeReference)
    /// A value inside an array or a dictionary that can be null.
    case optional(TypeReference)
    /// A declared type.
    case named(TypeName)
}

/// The name of a declared type, including the types that it is nested in: `Token.Kind`.
package struct TypeName: Hashable, Sendable {
    package let path: [Identifier]

    init(_ path: [Identifier]) { self.path = path }

    /// The type's own name.
    package var last: Identifier { path[path.count - 1] }

    /// Whether the type is declared directly in the type with this path, or in the module for an empty path.
    package func isMember(of scope: [Identifier]) -> Bool { path.dropLast().elementsEqual(scope) }
}
