/// A key of a mapping with its value.
package struct Entry: Sendable {
    /// The key, a scalar with a place of its own.
    package let key: Node
    /// The value.
    package let value: Node

    /// The key as text: `200` and `"200"` are the same key.
    package var keyText: SpecText { key.text ?? "" }
}
