public import MartletRuntime

/// Decodes a JSON value as all of several types that match it, for generated `anyOf` types.
public struct OverlapDecoder {
    private let value: CandidateDecoder
    /// Whether a requested type matched.
    public private(set) var fits = false

    /// Creates a decoder of a value.
    public init(_ decoder: any Decoder) { value = CandidateDecoder(decoder) }

    /// Decodes the value as a type; returns `nil` if it does not match, or matches none of the types of a union.
    /// - Parameter all: The names of all properties that the type allows; `nil` if it allows any.
    public mutating func part<Value: Decodable>(only all: [String]? = nil) -> Value? {
        guard value.count(besides: all) == 0, let part = (value.candidate() as (Value, Int)?)?.0 else { return nil }
        if let union = part as? any ApiModel.OpenUnion, value.isUnrecognized(union) { return nil }
        fits = true
        return part
    }

    /// Decodes the value as any JSON value if it matches none of the requested types; returns `nil` otherwise.
    /// - Throws: `DecodingError` if it is not a JSON value.
    public func rest() throws -> JSONValue? {
        if fits { return nil }
        Misfits.note()
        return try value.decoded()
    }
}
