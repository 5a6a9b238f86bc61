/// A place in an array.
struct ElementIndex: CodingKey {
    private let index: Int

    /// The place, from zero on.
    init(_ index: Int) { self.index = index }

    /// The place.
    var intValue: Int? { index }

    /// The place in digits.
    var stringValue: String { "\(index)" }

    /// The place.
    init?(intValue: Int) { index = intValue }

    /// Always nil: elements have no names.
    init?(stringValue: String) { nil }
}
