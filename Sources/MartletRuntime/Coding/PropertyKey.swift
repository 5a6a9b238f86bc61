/// The name of a JSON property as a coding key.
struct PropertyKey: CodingKey {
    /// The name.
    let stringValue: String

    /// Always nil: properties have no indices.
    var intValue: Int? { nil }

    /// Creates a key with a name.
    init(_ name: String) { stringValue = name }

    /// Creates a key with a name; never nil.
    init?(stringValue: String) { self.stringValue = stringValue }

    /// Always nil: properties have no indices.
    init?(intValue: Int) { nil }
}
