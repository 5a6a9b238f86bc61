/// The name of a property in a JSON object.
struct PropertyKey: CodingKey {
    /// The name.
    let stringValue: String

    /// Always nil: objects have names alone.
    var intValue: Int? { nil }

    /// A key of this name.
    init(_ name: String) { stringValue = name }

    /// A key of this name; never nil.
    init?(stringValue: String) { self.stringValue = stringValue }

    /// Always nil: objects have names alone.
    init?(intValue: Int) { nil }
}
