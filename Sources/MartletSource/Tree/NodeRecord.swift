/// What the arena keeps of one node; 24 bytes.
struct NodeRecord {
    /// What the node is, and for a scalar how its text is to be taken.
    enum Form: UInt8 {
        /// Keys and values.
        case mapping
        /// Elements.
        case sequence
        /// A scalar whose text says what it is: YAML's plain style, JSON's numbers, `true`, `false` and `null`.
        case plain
        /// A scalar that is a string whatever its text.
        case string
        /// A plain number under the tag `!!float`, which is never an integer.
        case float

        /// Whether nodes of this form hold others.
        var isContainer: Bool { self == .mapping || self == .sequence }
    }

    /// Where the node begins.
    let position: Position
    /// Where its content begins: in ``Arena/text`` for a scalar, in ``Arena/children`` for a container.
    var start: UInt32
    /// How long its content is: bytes of a scalar, children of a container (two for each entry of a mapping).
    var count: UInt32
    /// For a key its number; for a large mapping where its lookup table begins in ``Arena/slots``.
    var number: UInt32 = 0
    /// What the node is.
    let form: Form

    /// The content as a range of indices.
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
