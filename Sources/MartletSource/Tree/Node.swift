/// A mapping, a sequence or a scalar of a document, with its place.
///
/// A node is a handle of two words into the storage of its document and cheap to pass around. Where the document uses
/// an alias, the node stands at the place of the anchor.
package struct Node: Sendable {
    /// The three kinds of nodes (YAML 1.2 section 3.2.1.1).
    package enum Kind: Sendable {
        /// Keys with values, in document order.
        case mapping
        /// Elements in order.
        case sequence
        /// A single value.
        case scalar
    }

    /// The document.
    let tree: Tree
    /// The node's number in it.
    let index: UInt32

    /// What the arena holds of this node.
    var record: NodeRecord { tree.arena.record(index) }

    /// Which of the three kinds of nodes it is.
    package var kind: Kind {
        switch record.form {
        case .mapping: .mapping
        case .sequence: .sequence
        case .plain, .string, .float: .scalar
        }
    }

    /// Where the node begins; for a node with a tag or an anchor, where that begins.
    package var location: Location { Location(path: tree.path, position: record.position) }

    /// What a scalar means; nil for containers.
    package var scalar: Scalar? {
        let record = record
        switch record.form {
        case .mapping, .sequence: return nil
        case .string: return .string(text(of: record))
        case .plain: return CoreSchema.scalar(tree.arena.bytes(of: record))
        case .float: return .number(CoreSchema.normalisedNumber(tree.arena.bytes(of: record)))
        }
    }

    /// Whether the node is a scalar that means null.
    package var isNull: Bool {
        let record = record
        return record.form == .plain && CoreSchema.type(of: tree.arena.bytes(of: record)) == .null
    }

    /// The decoded text of a scalar as written, `1.10` for a number and `~`, `null` or nothing for a null; nil for
    /// containers.
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

    /// The value of a key, compared byte by byte; nil when the mapping lacks it and for other kinds. Takes the same
    /// time however large the mapping.
    package subscript(key: SpecText) -> Node? {
        let record = record
        guard record.form == .mapping, let number = tree.arena.keys.number(of: key, in: tree.arena.text),
            let entry = tree.arena.entry(number, of: record)
        else { return nil }
        return entries[entry].value
    }

    /// What tells the node from all others, of this document and of others that are in memory. What an alias stands for
    /// is a node of its own (YAML 1.2 section 3.2.2.2).
    package var identity: Identity { Identity(tree: ObjectIdentifier(tree), index: index) }

    /// See ``identity``.
    package struct Identity: Hashable, Sendable {
        fileprivate let tree: ObjectIdentifier
        fileprivate let index: UInt32
    }

    /// Whether a mapping of the node's document has one of these keys (``Entry/keyNumber``), wherever it stands.
    package func documentHasKey(in keys: [Int]) -> Bool {
        let arena = tree.arena
        return arena.records.contains { record in
            guard record.form == .mapping else { return false }
            return stride(from: record.range.lowerBound, to: record.range.upperBound, by: 2).contains {
                keys.contains(Int(arena.record(arena.children[$0]).number))
            }
        }
    }

    /// Makes the text of a scalar.
    private func text(of record: NodeRecord) -> SpecText {
        SpecText(String(decoding: tree.arena.bytes(of: record), as: UTF8.self))
    }
}
