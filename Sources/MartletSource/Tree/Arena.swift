/// The storage of a document: a few arrays instead of an object for each node.
///
/// A reader only appends to the arrays. Strings are created when they are accessed.
struct Arena {
    /// All nodes in document order; the first is the root.
    var records: [NodeRecord] = []
    /// The child nodes of all mappings and sequences. Those of a mapping are keys and values in turn.
    var children: [UInt32] = []
    /// The text of all scalars in UTF-8.
    var text: [UInt8] = []
    /// The slots of all lookup tables; see ``indexKeys(of:)``.
    var slots: [UInt32] = []
    /// The numbers of all keys.
    var keys = KeyNumbers()

    /// Creates an arena with capacity for a document of the given size. Real documents have about one node in twenty
    /// bytes, and decoded text is seldom longer than encoded text. Unused capacity costs only address space.
    ///
    /// - Parameter documentBytes: The size of the document in bytes.
    init(documentBytes: Int) {
        records.reserveCapacity(documentBytes / 16)
        children.reserveCapacity(documentBytes / 16)
        text.reserveCapacity(documentBytes)
    }

    /// Copies a complete node with its descendants, which directly follow it in `records`. The copy shares text and
    /// lookup tables with the original.
    ///
    /// - Parameter count: The number of nodes to copy, including the node itself.
    /// - Returns: The copy.
    mutating func copy(_ node: UInt32, nodes count: Int) -> UInt32 {
        let copy = UInt32(truncatingIfNeeded: records.count)
        let distance = copy - node
        for index in Int(node)..<Int(node) + count {
            var record = records[index]
            if record.form.isContainer {
                let start = children.count
                for child in record.range { children.append(children[child] + distance) }
                record.start = UInt32(truncatingIfNeeded: start)
            }
            records.append(record)
        }
        return copy
    }

    /// The record of a node.
    func record(_ node: UInt32) -> NodeRecord { records[Int(node)] }

    /// The text of a scalar.
    func bytes(of record: NodeRecord) -> ArraySlice<UInt8> { text[record.range] }
}
