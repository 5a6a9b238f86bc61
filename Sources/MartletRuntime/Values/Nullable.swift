/// A value or null, for properties that may also be absent: in an `Optional<Nullable>`, `nil` means absent.
///
/// ```swift
/// patch.description = "new"   // set
/// patch.description = .null   // cleared
/// patch.description = nil     // left as it is
/// ```
public enum Nullable<Value> {
    /// The value `null`.
    case null
    /// A value.
    case value(Value)

    /// Creates a value; `nil` becomes null.
    public init(_ value: Value?) { self = value.map { .value($0) } ?? .null }

    /// The value; `nil` for null.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Returns the value, or a default in place of null.
    public static func ?? (nullable: Nullable, default: @autoclosure () throws -> Value) rethrows -> Value {
        try nullable.value ?? `default`()
    }
}

/// Returns the value, or a default in place of null and of an absent value.
public func ?? <Value>(
    nullable: Nullable<Value>?,
    default: @autoclosure () throws -> Value
) rethrows -> Value {
    try nullable?.value ?? `default`()
}

extension Nullable: CustomStringConvertible, CustomDebugStringConvertible {
    /// The description of the value, or `null`.
    public var description: String { value.map { "\($0)" } ?? "null" }

    /// The debug description of the value, or `null`.
    public var debugDescription: String { value.map { String(reflecting: $0) } ?? "null" }
}

extension Nullable: Sendable where Value: Sendable {}
extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}

extension Nullable: Decodable where Value: Decodable {
    /// Decodes null or a value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = container.decodeNil() ? .null : .value(try container.decode(Value.self))
    }
}

extension Nullable: Encodable where Value: Encodable {
    /// Encodes null or the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .value(let value): try container.encode(value)
        }
    }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    /// Creates a value from a literal of a single Unicode scalar.
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    /// Creates a value from a literal of a single character.
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    /// Creates a value from a string literal.
    public init(stringLiteral value: Value.StringLiteralType) { self = .value(Value(stringLiteral: value)) }
}

extension Nullable: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    /// Creates a value from an integer literal.
    public init(integerLiteral value: Value.IntegerLiteralType) { self = .value(Value(integerLiteral: value)) }
}

extension Nullable: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    /// Creates a value from a floating-point literal.
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

extension Nullable: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    /// Creates a value from a Boolean literal.
    public init(booleanLiteral value: Value.BooleanLiteralType) { self = .value(Value(booleanLiteral: value)) }
}

extension Nullable: ExpressibleByArrayLiteral where Value: RangeReplaceableCollection {
    /// Creates an array from a literal. A dictionary has to be written as `.value([…])`, because Swift cannot pass its
    /// literal on.
    public init(arrayLiteral elements: Value.Element...) { self = .value(Value(elements)) }
}
