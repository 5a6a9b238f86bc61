import MartletOpenAPI
import MartletSource

/// The Swift types for formats (OpenAPI Format Registry).
package struct FormatTable {
    /// The types that the configuration sets.
    let custom: [SpecText: Identifier]

    /// The names of the types that the configuration can set.
    package static let customTypes = Set(customStrings.keys).union(customNumbers.keys).sorted()

    /// The formats that martlet knows.
    static let known = plain.union(strings.keys).union(integers.keys).union(numbers.keys)

    /// The Swift type for a JSON type and a format; `nil` when the format changes nothing.
    func type(of kind: Schema.Types, _ format: SpecText) -> TypeReference? {
        if let name = custom[format] { return customType(name, of: kind, format) }
        switch kind {
        case .string: return Self.strings[format]
        case .integer: return Self.integers[format]
        case .number: return Self.numbers[format]
        default: return nil
        }
    }

    /// Whether the configuration sets a type for the format that values of a JSON type can't have.
    func hasUnsuitableType(_ format: SpecText, of kind: Schema.Types) -> Bool {
        custom[format].map { customType($0, of: kind, format) == nil } ?? false
    }

    private func customType(_ name: Identifier, of kind: Schema.Types, _ format: SpecText) -> TypeReference? {
        // A `Date` is encoded with a time, which the format `date` does not have.
        if name.text == "Date", format == "date" { return nil }
        let types =
            kind == .string ? Self.customStrings : kind.isSubset(of: [.integer, .number]) ? Self.customNumbers : [:]
        return types[name.text].map { $0 ?? .custom(name) }
    }

    /// The types for strings that the configuration can set; nil for those without a declared reference of their own.
    private static let customStrings: [String: TypeReference?] = [
        "CalendarDate": .date, "Data": .data, "Date": nil, "DateTime": .dateTime, "Decimal": .custom(decimalText),
        "String": .string, "URL": nil, "UUID": .uuid,
    ]

    /// The runtime's type for a decimal number that is written as text.
    private static let decimalText = Identifier.type("DecimalText")

    private static let customNumbers: [String: TypeReference?] = [
        "Decimal": .decimal, "Double": .double, "Float": .float, "Int": nil, "Int32": .int32, "Int64": .int64,
        "UInt64": .uint64,
    ]

    private static let strings: [SpecText: TypeReference] = [
        "date-time": .dateTime, "date": .date, "uuid": .uuid, "byte": .data, "base64": .data, "base64url": .string,
        // Any octets in a body or in a form; in JSON, these can only be text.
        "binary": .string,
    ]

    /// Integer types that can hold every value of the format.
    private static let integers: [SpecText: TypeReference] = [
        "int8": .int32, "int16": .int32, "int32": .int32, "int64": .int64, "uint8": .int32, "uint16": .int32,
        "uint32": .int64, "uint64": .uint64, "uint": .uint64,
    ]

    private static let numbers: [SpecText: TypeReference] = [
        "float": .float, "double": .double, "decimal": .decimal, "decimal128": .decimal, "int32": .int32,
        "int64": .int64, "int8": .int32, "int16": .int32, "uint8": .int32, "uint16": .int32, "uint32": .int64,
        "uint64": .uint64,
    ]

    /// Whether the format is one for values of another JSON type.
    static func isMisplaced(_ format: SpecText) -> Bool {
        strings[format] != nil || integers[format] != nil || numbers[format] != nil
    }

    /// Formats that restrict the text of a value and don't change its type, so that ignoring them needs no warning.
    static let plain: Set<SpecText> = [
        "password", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri",
        "iri-reference", "uri-template", "json-pointer", "relative-json-pointer", "regex", "time", "duration", "char",
        "commonmark", "html", "http-date", "media-range", "sf-string", "sf-token", "sf-binary", "sf-boolean",
        "base64url",
        "date-time-local", "time-local", "decimal", "decimal128", "float", "double", "double-int", "unixtime",
        "unix-time", "int32",
        "int64", "uint64", "url", "ip", "int", "string", "boolean", "int-or-string",
        // What pydantic and Zod write.
        "ipv4interface", "ipv4network", "ipv6interface", "ipv6network", "ipvanyaddress", "ipvanyinterface",
        "ipvanynetwork", "multi-host-uri", "name-email", "file-path", "directory-path", "path", "json-string",
        "cidrv4", "cidrv6", "cuid", "cuid2", "e164", "emoji", "jwt", "ksuid", "nanoid", "ulid", "xid",
    ]
}
