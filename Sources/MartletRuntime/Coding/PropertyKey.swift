/// The name of a JSON property as a coding key.
package struct PropertyKey: CodingKey {
    /// The name.
    package let stringValue: String

    /// Always `nil`: properties have no indices.
    package var intValue: Int? { nil }

    /// Creates a key with a name.
    package init(_ name: String) { stringValue = name }

    /// Creates a key with a name; never `nil`.
    package init?(stringValue: String) { self.stringValue = stringValue }

    /// Always `nil`: properties have no indices.
    package init?(intValue: Int) { nil }
}
