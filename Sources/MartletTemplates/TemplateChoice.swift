/// A value that is one of several kinds: the key of its kind has the value, and the keys of the other kinds are null.
///
/// A template tests for a kind with `{{#place.query}}`.
package struct TemplateChoice: Sendable {
    /// The keys of all kinds.
    package let kinds: [String]
    /// The kind that this value is of; one of `kinds`.
    package let kind: String
    package let value: TemplateValue

    package init(_ kind: String, _ value: TemplateValue, among kinds: [String]) {
        self.kinds = kinds
        self.kind = kind
        self.value = value
    }

    /// The value of a key; `nil` for a key that is not one of the kinds.
    subscript(key: String) -> TemplateValue? {
        if key == kind { return value }
        return kinds.contains(key) ? .null : nil
    }
}
