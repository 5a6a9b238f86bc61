/// The anchors of a YAML document so far, and the nodes that they name.
struct YAMLAnchors {
    /// What an alias can stand for.
    enum Target {
        /// A finished node.
        case node(UInt32, TreeBuilder.Extent)
        /// A node that has not ended, so that the alias is inside it.
        case unfinished
    }

    /// The node that each name means from here on. A name used again means the later node (YAML 1.2 section 7.1).
    private var nodes: [SpecText: UInt32] = [:]
    /// The extents of anchored nodes that have ended.
    private var extents: [UInt32: TreeBuilder.Extent] = [:]
    /// The anchored containers that have not ended, the innermost last.
    private var open: [UInt32] = []

    /// Names a scalar.
    mutating func nameScalar(_ name: SpecText, _ node: UInt32) {
        nodes[name] = node
        extents[node] = .scalar
    }

    /// Names a mapping or sequence that begins.
    mutating func nameContainer(_ name: SpecText, _ node: UInt32) {
        nodes[name] = node
        open.append(node)
    }

    /// Notes that a mapping or sequence has ended, anchored or not.
    mutating func end(_ node: UInt32, _ extent: TreeBuilder.Extent) {
        guard open.last == node else { return }
        open.removeLast()
        extents[node] = extent
    }

    /// What a name means; nil when nothing before has it.
    func target(_ name: SpecText) -> Target? {
        guard let node = nodes[name] else { return nil }
        return extents[node].map { .node(node, $0) } ?? .unfinished
    }
}

extension Diagnostic.Message {
    /// An alias with no anchor before it (YAML 1.2 section 7.1).
    static func undefinedAlias(_ name: SpecText) -> Self { "no anchor before this alias has the name \(name)" }

    /// An alias inside the node that it stands for, which would be endless.
    static func selfContainingAlias(_ name: SpecText) -> Self {
        "the alias \(name) stands inside the node that it names"
    }
}
