public import MartletRuntime

/// Decodes a JSON value as one of several types, for generated enums with associated values.
///
/// The first type that declares the whole value is used. A type that accepts the value but does not declare all of it
/// is used only if no other type matches better. A value that matches none of the types is kept as a ``JSONValue``.
public struct UnionDecoder<Union: ApiModel.OpenUnion> {
    private let value: CandidateDecoder
    private var best: (union: Union, rank: Rank)?

    /// How badly a type matches the value; a lower rank is a better match.
    private struct Rank: Comparable {
        /// The number of parts of the value that the type accepts but does not declare.
        let misfits: Int
        /// The number of the value's properties, nested ones included, that only other types declare.
        let foreign: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.misfits, left.foreign) < (right.misfits, right.foreign)
        }
    }

    /// Creates a decoder of a value.
    public init(_ decoder: any Decoder) { value = CandidateDecoder(decoder) }

    /// Returns the property that determines the type of the object; `nil` if it is absent.
    public func tag(_ key: String) -> JSONValue? {
        guard let object = value.object, object.contains(key) else { return nil }
        return (try? object.required(key) as JSONValue)?.withWholeNumber
    }

    /// Decodes the value as the type that its tag determines.
    /// - Throws: `DecodingError` if it does not match.
    public func decoded<Value: Decodable>() throws -> Value { try value.decoded() }

    /// Matches the value against the constants that the document lists.
    public mutating func attempt(_ listed: Listed) {
        guard value.object == nil, let found = (try? value.decoded() as JSONValue).flatMap({ listed[$0] }) else {
            return
        }
        best = (found, Rank(misfits: 0, foreign: 0))
    }

    /// Matches the value against a type.
    /// - Parameters:
    ///   - known: The properties that an object of the type must have.
    ///   - excluded: The properties that an object of the type must not have, unless they are null.
    ///   - foreign: The properties that other types declare and this type does not.
    ///   - inner: The paths of nested properties that an object of the type must not have, unless they are null; `nil` stands
    ///     for any name.
    ///   - foreignInner: The paths of nested properties that other types declare and this type does not.
    ///   - constant: The only valid value of the elements of the array or object; `nil` for any.
    public mutating func attempt<Value: Decodable>(
        _ make: (Value) -> Union,
        with known: [String] = [],
        without excluded: [String] = [],
        foreign: [String] = [],
        withoutInside inner: [[String?]] = [],
        foreignInside foreignInner: [[String?]] = [],
        constant: JSONValue? = nil
    ) {
        if let object = value.object {
            guard known.allSatisfy(object.contains), !excluded.contains(where: object.holds),
                !inner.contains(where: { object.holds($0[...]) })
            else { return }
        } else if !known.isEmpty {
            return
        }
        let others =
            value.object.map { object in
                foreign.count(where: object.contains) + foreignInner.count { object.contains($0[...]) }
            } ?? 0
        if let best, best.rank <= Rank(misfits: 0, foreign: others) { return }
        if let constant, (try? value.decoded() as JSONValue)?.consists(of: constant) == false { return }
        guard let (result, misfits) = value.candidate() as (Value, Int)? else { return }
        let rank = Rank(misfits: misfits, foreign: others)
        if let best, best.rank <= rank { return }
        best = (make(result), rank)
    }

    /// Returns the value as the type that matches best, or as any JSON value.
    /// - Throws: `DecodingError` if it is not a JSON value.
    public func result() throws -> Union {
        Misfits.note(best?.rank.misfits ?? 1)
        if let best { return best.union }
        value.noteUnrecognized(as: Union.self)
        return try .unrecognized(value.decoded())
    }
}
