/// The name of a property in a JSON object, or the index in a JSON array.
struct PropertyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    /// A key of this name.
    init(_ name: String) { stringValue = name }
    /// A key of this name; never nil.
    init?(stringValue: String) { self.stringValue = stringValue }
    /// Always nil: objects have names alone.
    init?(intValue: Int) { nil }
}
