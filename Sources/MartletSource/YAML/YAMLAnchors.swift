/// The anchors of the YAML document that have been read so far, and their nodes.
struct YAMLAnchors {
    /// The node that an alias refers to.
    enum Target {
        /// A complete node.
        case node(UInt32, TreeBuilder.Extent)
        /// A node that contains the alias, so that it isn't complete.
        case unfinished
    }

    /// The node that each anchor's name currently refers to. A later anchor replaces an earlier one with the same name
    /// (YAML 1.2.2, 7.1).
    private var nodes: [SpecText: UInt32] = [:]
    /// The extents of complete nodes with anchors.
    private var extents: [UInt32: TreeBuilder.Extent] = [:]
    /// The open mappings and sequences with anchors; the innermost is the last.
    private var open: [UInt32] = []

    /// Adds the anchor of a scalar.
    mutating func nameScalar(_ name: SpecText, _ node: UInt32) {
        nodes[name] = node
        extents[node] = .scalar
    }

    /// Adds the anchor of a mapping or sequence at its beginning.
    mutating func nameContainer(_ name: SpecText, _ node: UInt32) {
        nodes[name] = node
        open.append(node)
    }

    /// Records the end of a mapping or sequence, with or without an anchor.
    mutating func end(_ node: UInt32, _ extent: TreeBuilder.Extent) {
        guard open.last == node else { return }
        open.removeLast()
        extents[node] = extent
    }

    /// The node that an alias refers to; `nil` if there is no anchor with the name before it.
    func target(_ name: SpecText) -> Target? {
        guard let node = nodes[name] else { return nil }
        return extents[node].map { .node(node, $0) } ?? .unfinished
    }
}

extension Diagnostic.Message {
    /// There is no anchor for an alias (YAML 1.2.2, 7.1).
    static func undefinedAlias(_ name: SpecText) -> Self {
        Self(
            .syntax, "there is no anchor \(name) before this alias",
            hint: "put text that begins with * in quotes")
    }

    /// An alias refers to a node that contains it.
    static func selfContainingAlias(_ name: SpecText) -> Self {
        Self(.syntax, "the alias \(name) refers to a node that contains it")
    }
}
