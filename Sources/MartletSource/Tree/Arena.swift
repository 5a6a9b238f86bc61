/// The storage of one document: a few arrays instead of an object for each node.
///
/// Reading a document appends to them and nothing more; strings are made when somebody asks for one.
struct Arena {
    /// All nodes in document order; the first is the root.
    var records: [NodeRecord] = []
    /// Indices of the nodes inside containers, one container's after the other. A mapping's are key, value, key, value.
    var children: [UInt32] = []
    /// The UTF-8 text of all scalars, one after the other.
    var text: [UInt8] = []
    /// The lookup tables of large mappings, one after the other; see ``indexKeys(of:)``.
    var slots: [UInt32] = []

    /// An arena with room for a document of so many bytes, going by documents in the wild: they have a node in some
    /// twenty bytes, and text is seldom longer decoded than encoded. Room that is never used costs address space alone.
    init(documentBytes: Int) {
        records.reserveCapacity(documentBytes / 16)
        children.reserveCapacity(documentBytes / 16)
        text.reserveCapacity(documentBytes)
    }

    /// The record of a node.
    func record(_ node: UInt32) -> NodeRecord { records[Int(node)] }

    /// The text of a scalar.
    func bytes(of record: NodeRecord) -> ArraySlice<UInt8> { text[record.range] }
}
