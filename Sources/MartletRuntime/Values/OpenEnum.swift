/// An enum that also holds values its document does not list, so that a server may add one without breaking
/// clients.
///
/// A generated enum has one case a documented value and `unrecognized(RawValue)` for all others. It is coded as its
/// raw value, by the standard library, and an unknown one encodes back unchanged. Two values are equal when their
/// raw values are.
public protocol OpenEnum: RawRepresentable, Codable, Hashable, Sendable where RawValue: Hashable {
    /// The case of `rawValue`, or `unrecognized(rawValue)`. Never fails.
    init(rawValue: RawValue)
}

extension OpenEnum {
    /// Whether both stand for the same value on the wire.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension OpenEnum where RawValue == JSONValue {
    /// Decodes whatever value there is.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try JSONValue(from: decoder)) }

    /// Encodes the raw value.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
