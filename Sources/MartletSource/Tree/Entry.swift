/// A key of a mapping with its value.
package struct Entry: Sendable {
    /// The key, a scalar with a place of its own.
    package let key: Node
    /// The value.
    package let value: Node

    /// The key as text: `200` and `"200"` are the same key.
    package var keyText: SpecText { key.tree.keys[keyNumber] }

    /// The number of the key's text: the same for the same text, wherever in the document. Keys that the reader knew
    /// beforehand have the number of their place in its list.
    package var keyNumber: Int { Int(key.record.number) }
}
