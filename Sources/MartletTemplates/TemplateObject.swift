/// Values by key, in the order in which they were given.
///
/// Objects are made for every file and have few keys: searching a list of them takes less than making a table of hashes.
package struct TemplateObject: Sendable {
    /// The keys with their values; no key is there twice.
    package private(set) var members: [(String, TemplateValue)]

    /// - Parameter members: keys that differ, with their values.
    package init(_ members: [(String, TemplateValue)]) {
        self.members = members
    }

    /// The keys in their order.
    package var keys: [String] { members.map(\.0) }

    /// The value of a key; `nil` for one that is unknown.
    package subscript(key: String) -> TemplateValue? {
        get { index(of: key).map { members[$0].1 } }
        set {
            if let index = index(of: key) { members.remove(at: index) }
            if let newValue { members.append((key, newValue)) }
        }
    }

    /// The values of both objects, those of the other one where they share a key.
    package func merging(_ other: TemplateObject) -> TemplateObject {
        var merged = other
        merged.members.reserveCapacity(members.count + other.members.count)
        for member in members where other.index(of: member.0) == nil { merged.members.append(member) }
        return merged
    }

    /// Keys mostly differ in length, which is found at once; comparing them takes a call.
    private func index(of key: String) -> Int? {
        members.firstIndex { $0.0.utf8.count == key.utf8.count && $0.0 == key }
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    /// Makes an object of keys that differ.
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self.init(elements)
    }
}
