/// A value of a set that is not closed: it may also be one that the document does not list, so that a server may add one
/// without breaking clients.
///
/// It is coded as its raw value, by the standard library, and an unknown one encodes back unchanged. Two values are equal
/// when their raw values are.
public protocol OpenValue: RawRepresentable, Codable, Hashable, Sendable where RawValue: Hashable & Sendable {
    /// The value with that raw value. Never fails.
    init(rawValue: RawValue)
}

extension OpenValue {
    /// Whether both stand for the same value on the wire.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension OpenValue where RawValue == JSONValue {
    /// Decodes whatever value there is.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try JSONValue(from: decoder)) }

    /// Encodes the raw value.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

/// An enum with a case for each value that the document lists, and `unrecognized` for all others.
public protocol OpenEnum: OpenValue {
    /// The cases that the document lists, in its order.
    static var knownCases: KnownCases<Self> { get }

    /// A value that the document doesn't list.
    static func unrecognized(_ value: RawValue) -> Self
}

extension OpenEnum {
    /// The case with that raw value, or `unrecognized(rawValue)`. Never fails.
    public init(rawValue: RawValue) { self = Self.knownCases.case(of: rawValue) ?? .unrecognized(rawValue) }
}
