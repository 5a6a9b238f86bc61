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
    /// The numbers of the keys.
    var keys = KeyNumbers()

    /// An arena with room for a document of so many bytes, going by documents in the wild: they have a node in some
    /// twenty bytes, and text is seldom longer decoded than encoded. Room that is never used costs address space alone.
    ///
    /// - Parameter knownKeys: keys that have the numbers 0, 1 and so on in every document.
    init(documentBytes: Int, knownKeys: [SpecText]) {
        records.reserveCapacity(documentBytes / 16)
        children.reserveCapacity(documentBytes / 16)
        text.reserveCapacity(documentBytes)
        for key in knownKeys {
            let start = text.count
            text.append(contentsOf: key.utf8)
            _ = keys.number(of: start..<text.count, in: text)
        }
    }

    /// The record of a node.
    func record(_ node: UInt32) -> NodeRecord { records[Int(node)] }

    /// The text of a scalar.
    func bytes(of record: NodeRecord) -> ArraySlice<UInt8> { text[record.range] }
}
