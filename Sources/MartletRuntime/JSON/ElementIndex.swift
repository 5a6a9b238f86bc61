/// The index of an array element as a coding key.
struct ElementIndex: CodingKey {
    private let index: Int

    /// Creates a key for a zero-based index.
    init(_ index: Int) { self.index = index }

    /// The index.
    var intValue: Int? { index }

    /// The index in digits.
    var stringValue: String { "\(index)" }

    /// Creates a key for an index.
    init?(intValue: Int) { index = intValue }

    /// Always `nil`: elements have no names.
    init?(stringValue: String) { nil }
}
