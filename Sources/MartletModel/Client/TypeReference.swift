/// The use of a type.
package indirect enum TypeReference: Hashable, Sendable {
    case string
    case boolean
    case int32
    case int64
    case uint64
    case float
    case double
    /// A number with decimal digits, exact up to 38 of them.
    case decimal
    /// A point in time (RFC 3339, section 5.6, `date-time`).
    case dateTime
    /// A day of the calendar (RFC 3339, section 5.6, `full-date`).
    case date
    case uuid
    /// Bytes, in base 64 where the value is text.
    case data
    /// Any JSON value.
    case json
    /// The content of a file in a form.
    case file
    /// Bytes or files that are a whole body.
    case body
    /// A type that the configuration names for a format, as it is spelled there.
    case custom(Identifier)
    case array(TypeReference)
    /// Keys are strings, as all keys of JSON objects are (RFC 8259, section 4).
    case dictionary(TypeReference)
    /// A value that may be null, within an array or a map.
    case optional(TypeReference)
    /// A type that the client declares.
    case named(TypeName)
}

/// The name of a declared type, with those of the types that it stands in before it: `Token.Kind`.
package struct TypeName: Hashable, Sendable {
    package let path: [Identifier]

    init(_ path: [Identifier]) { self.path = path }

    /// The type's own name.
    package var last: Identifier { path[path.count - 1] }

    /// Whether the type stands directly in the one with that path; in the module, for an empty path.
    package func isMember(of scope: [Identifier]) -> Bool { path.dropLast().elementsEqual(scope) }
}
