/// The stored form of a node; 24 bytes.
struct NodeRecord {
    /// The kind of a node, and for a scalar how its type is determined.
    enum Form: UInt8 {
        /// A mapping.
        case mapping
        /// A sequence.
        case sequence
        /// A scalar whose type depends on its text: YAML's plain style, and JSON's numbers, `true`, `false` and `null`.
        case plain
        /// A scalar that is a string.
        case string
        /// A number with the tag `!!float`, which isn't an integer even without a fraction.
        case float

        /// Whether the node has children.
        var isContainer: Bool { self == .mapping || self == .sequence }
    }

    /// The start of the node.
    let position: Position
    /// The start of the content: in ``Arena/text`` for a scalar, in ``Arena/children`` for a mapping or sequence.
    var start: UInt32
    /// The length of the content: bytes for a scalar, children for a mapping or sequence (two for each entry of a
    /// mapping).
    var count: UInt32
    /// For a key, its number; for a large mapping, the start of its lookup table in ``Arena/slots``.
    var number: UInt32 = 0
    /// The form of the node.
    let form: Form

    /// The range of the content.
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
