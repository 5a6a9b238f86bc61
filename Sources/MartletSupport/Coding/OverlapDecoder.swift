public import MartletRuntime

/// Decodes a JSON value as all of several types that match it, for generated `anyOf` types.
public struct OverlapDecoder {
    private let union: UnionDecoder
    private var fits = false

    /// Creates a decoder of a value.
    public init(_ decoder: any Decoder) { union = UnionDecoder(decoder) }

    /// Decodes the value as a type; returns nil if it does not match, or matches none of the types of a union.
    public mutating func part<Value: Decodable>() -> Value? {
        guard let value: Value = union.value() else { return nil }
        if let union = value as? any OpenUnion, isUnrecognized(union) { return nil }
        fits = true
        return value
    }

    private func isUnrecognized<Value: OpenUnion>(_ value: Value) -> Bool {
        (union.value() as JSONValue?).map { value == .unrecognized($0) } ?? false
    }

    /// Decodes the value as any JSON value if no requested type matched; returns nil otherwise.
    /// - Throws: `DecodingError` if it is not a JSON value.
    public func rest() throws -> JSONValue? { fits ? nil : try union.decoded() }
}
