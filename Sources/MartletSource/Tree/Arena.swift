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

    /// Copies a finished node with all that is inside it, which stands right behind it, and returns the copy. Text and
    /// lookup tables are shared.
    ///
    /// - Parameter count: how many nodes there are, the node itself included.
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
