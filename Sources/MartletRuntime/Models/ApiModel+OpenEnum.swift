extension ApiModel {
    /// A type for an extensible set of values: values that the document does not define are valid too, so that a server
    /// can add values without breaking clients.
    ///
    /// A value is encoded and decoded as its raw value; unknown values are encoded unchanged. Two values are equal if
    /// their raw values are equal.
    public protocol OpenValue: RawRepresentable, Codable, Hashable, Sendable where RawValue: Hashable & Sendable {
        /// Creates the value for a raw value; never fails.
        init(rawValue: RawValue)
    }
}

extension ApiModel.OpenValue {
    /// Returns whether the raw values are equal.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension ApiModel.OpenValue where RawValue == JSONValue {
    /// Decodes any JSON value.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try JSONValue(from: decoder)) }

    /// Encodes the raw value.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

extension ApiModel {
    /// An enum with a case for each value that the document defines, and `unrecognized` for all others.
    public protocol OpenEnum: OpenValue {
        /// The cases that the document defines, in the document's order.
        static var knownCases: KnownCases<Self> { get }

        /// A value that the document does not define.
        static func unrecognized(_ value: RawValue) -> Self
    }
}

extension ApiModel.OpenEnum {
    /// Creates the case with the raw value, or `unrecognized(rawValue)`; never fails.
    public init(rawValue: RawValue) {
        if let known = Self.knownCases.case(of: rawValue) {
            self = known
        } else {
            Misfits.note()
            self = .unrecognized(rawValue)
        }
    }
}
