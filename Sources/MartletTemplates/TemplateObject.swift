/// Values by key, in the order in which they were given.
///
/// A context contains many objects with few keys: searching a list of members takes less time than making a hash table.
package struct TemplateObject: Sendable {
    /// The keys with their values; keys are unique.
    package let members: [(String, TemplateValue)]
    /// The union of the marks of all keys, a small Bloom filter: most missing keys are recognized without a search.
    let marks: UInt64

    /// - Parameter members: Unique keys, with their values.
    package init(_ members: [(String, TemplateValue)]) {
        self.members = members
        marks = members.reduce(0) { $0 | Self.mark(of: $1.0) }
    }

    /// The keys in their order.
    package var keys: [String] { members.map(\.0) }

    /// The value of a key; `nil` for an unknown key.
    package subscript(key: String) -> TemplateValue? {
        // Lengths are compared first, because they are known and most keys differ in them.
        let count = key.utf8.count
        return members.firstIndex { $0.0.utf8.count == count && $0.0 == key }.map { members[$0].1 }
    }

    /// One bit of 64, selected by the key's length and first letter.
    static func mark(of key: String) -> UInt64 {
        1 << UInt64((key.utf8.count &* 13 &+ Int(key.utf8.first ?? 0)) & 63)
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    /// Makes an object from unique keys.
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self.init(elements)
    }
}
