/// Finds out which of several types a JSON value is, when it may be several of them at once. Generated types for `anyOf`
/// decode themselves with it.
public struct OverlapDecoder {
    private let union: UnionDecoder
    private var fits = false

    /// Looks at the next value of a decoder.
    public init(_ decoder: any Decoder) { union = UnionDecoder(decoder) }

    /// The value as a type; nil when it is not that.
    public mutating func part<Value: Decodable>() -> Value? {
        let value: Value? = union.value()
        if value != nil { fits = true }
        return value
    }

    /// The value as whatever it is, if it is none of the types that have been asked for.
    /// - Throws: `DecodingError` when it is no JSON value.
    public func rest() throws -> JSONValue? { fits ? nil : try union.decoded() }
}
