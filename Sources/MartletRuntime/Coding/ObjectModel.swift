/// A JSON object whose properties are listed once: it is encoded, compared and hashed by that list.
///
/// With an `encode(to:)` of its own, and `==` and `hash(into:)` from the compiler, a generated model takes half as long again to
/// compile.
public protocol ObjectModel: Encodable, Hashable {
    /// Lists the properties, by the names that they have in JSON.
    func listProperties(in object: inout ObjectProperties)
}

extension ObjectModel {
    /// Writes the properties, without those that are nil and those that only responses have.
    /// - Throws: `EncodingError` when one of them has no JSON form, as NaN.
    public func encode(to encoder: any Encoder) throws {
        let encoder = PropertyEncoder(encoder)
        var object = ObjectProperties(for: .encoding(encoder))
        listProperties(in: &object)
        if let failure = encoder.failure { throw failure }
    }

    /// Whether all properties are equal.
    ///
    /// The first one is compared before the others are looked at: it is an identifier more often than not.
    public static func == (left: Self, right: Self) -> Bool {
        areEqual(left, right, window: 0..<1) && areEqual(left, right, window: 1..<(.max))
    }

    private static func areEqual(_ left: Self, _ right: Self, window: Range<Int>) -> Bool {
        var object = ObjectProperties(for: .collecting, window: window)
        left.listProperties(in: &object)
        return object.areEqual(to: right)
    }

    /// Feeds all properties to a hasher.
    public func hash(into hasher: inout Hasher) {
        var object = ObjectProperties(for: .hashing, hasher)
        listProperties(in: &object)
        hasher = object.hasher
    }
}
