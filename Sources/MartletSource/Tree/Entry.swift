/// A key of a mapping and its value.
package struct Entry: Sendable {
    /// The node of the key, a scalar.
    package let key: Node
    /// The node of the value.
    package let value: Node

    /// The text of the key. `200` and `"200"` are the same key.
    package var keyText: SpecText { key.tree.keys[keyNumber] }

    /// The number of the key's text, which is the same everywhere in the document: its index in ``Node/documentKeys``.
    package var keyNumber: Int { Int(key.record.number) }
}
