/// Values by key, in the order in which they were given.
///
/// Objects are made for everything that a file says and have few keys: searching a list of them takes less than making a
/// table of hashes.
package struct TemplateObject: Sendable {
    /// The keys with their values; no key is there twice.
    package let members: [(String, TemplateValue)]
    /// The marks of all keys: most objects are known at a glance to lack a key.
    let marks: UInt64

    /// - Parameter members: keys that differ, with their values.
    package init(_ members: [(String, TemplateValue)]) {
        self.members = members
        marks = members.reduce(0) { $0 | Self.mark(of: $1.0) }
    }

    /// The keys in their order.
    package var keys: [String] { members.map(\.0) }

    /// The value of a key; `nil` for one that is unknown.
    package subscript(key: String) -> TemplateValue? {
        // Keys mostly differ in length, which is found at once; comparing them takes a call.
        let count = key.utf8.count
        for member in members where member.0.utf8.count == count && member.0 == key { return member.1 }
        return nil
    }

    /// One bit of 64, by the key's length and first letter.
    static func mark(of key: String) -> UInt64 {
        1 << UInt64((key.utf8.count &* 13 &+ Int(key.utf8.first ?? 0)) & 63)
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    /// Makes an object of keys that differ.
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self.init(elements)
    }
}
