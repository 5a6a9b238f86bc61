/// A mapping, a sequence or a scalar of a document.
///
/// A node is a handle of two words into the storage of its document, so it is cheap to copy. The location of a node
/// that an alias refers to is that of the anchor.
package struct Node: Sendable {
    /// The kinds of nodes (YAML 1.2.2, 3.2.1.1).
    package enum Kind: Sendable {
        /// Keys and values, in document order.
        case mapping
        /// A list of elements.
        case sequence
        /// A single value.
        case scalar
    }

    /// The tree of the document.
    let tree: Tree
    /// The index of the node's record.
    let index: UInt32

    /// The node's record in the arena.
    var record: NodeRecord { tree.arena.record(index) }

    /// The kind of the node.
    package var kind: Kind {
        switch record.form {
        case .mapping: .mapping
        case .sequence: .sequence
        case .plain, .string, .float: .scalar
        }
    }

    /// The start of the node, including its tag and anchor.
    package var location: Location {
        let path = tree.foreignPaths.isEmpty ? tree.path : tree.foreignPaths[index] ?? tree.path
        return Location(path: path, position: record.position)
    }

    /// The paths of the files that nodes of the document come from, besides its own.
    package var foreignPaths: Set<String> { Set(tree.foreignPaths.values) }

    /// The value of a scalar; `nil` for a mapping or sequence.
    package var scalar: Scalar? {
        let record = record
        switch record.form {
        case .mapping, .sequence: return nil
        case .string: return .string(text(of: record))
        case .plain: return CoreSchema.scalar(tree.arena.bytes(of: record))
        case .float: return .number(CoreSchema.normalisedNumber(tree.arena.bytes(of: record)))
        }
    }

    /// Whether the node is a scalar with the value null.
    package var isNull: Bool {
        let record = record
        return record.form == .plain && CoreSchema.type(of: tree.arena.bytes(of: record)) == .null
    }

    /// The text of a scalar as written, with escape sequences decoded, such as `1.10` for a number and `~`, `null` or
    /// an empty text for null; `nil` for a mapping or sequence.
    package var text: SpecText? {
        let record = record
        return record.form.isContainer ? nil : text(of: record)
    }

    /// The elements of a sequence; none for other kinds.
    package var elements: Elements {
        let record = record
        return Elements(tree: tree, range: record.form == .sequence ? record.range : 0..<0)
    }

    /// The entries of a mapping in document order; none for other kinds.
    package var entries: Entries {
        let record = record
        return Entries(tree: tree, range: record.form == .mapping ? record.range : 0..<0)
    }

    /// The value of a key, which is compared byte by byte; `nil` if the mapping doesn't have the key, or if the node
    /// isn't a mapping.
    ///
    /// - Complexity: O(1) on average.
    package subscript(key: SpecText) -> Node? {
        let record = record
        guard record.form == .mapping, let number = tree.arena.keys.number(of: key, in: tree.arena.text),
            let entry = tree.arena.entry(number, of: record)
        else { return nil }
        return entries[entry].value
    }

    /// A value that identifies the node among all nodes of all documents in memory. Each alias is a node of its own
    /// (YAML 1.2.2, 3.2.2.2).
    package var identity: Identity { Identity(tree: ObjectIdentifier(tree), index: index) }

    /// The identity of a node; see ``Node/identity``.
    package struct Identity: Hashable, Sendable {
        fileprivate let tree: ObjectIdentifier
        fileprivate let index: UInt32
    }

    /// A value that identifies the node's document among all documents in memory.
    package var document: ObjectIdentifier { ObjectIdentifier(tree) }

    /// The texts of all keys in the node's document, by number (``Entry/keyNumber``).
    package var documentKeys: [SpecText] { tree.keys }

    /// Whether any mapping of the node's document has one of the keys, given as numbers (``Entry/keyNumber``).
    package func documentHasKey(in keys: [Int]) -> Bool {
        let arena = tree.arena
        return arena.records.contains { record in
            guard record.form == .mapping else { return false }
            return stride(from: record.range.lowerBound, to: record.range.upperBound, by: 2).contains {
                keys.contains(Int(arena.record(arena.children[$0]).number))
            }
        }
    }

    /// The text of a scalar.
    private func text(of record: NodeRecord) -> SpecText {
        SpecText(String(decoding: tree.arena.bytes(of: record), as: UTF8.self))
    }
}
