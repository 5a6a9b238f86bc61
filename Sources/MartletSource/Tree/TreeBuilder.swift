/// Builds the tree of a document. The reader adds the nodes in document order.
///
/// The builder also enforces the rules that JSON and YAML share: the maximum depth, keys, and the expansion of aliases.
struct TreeBuilder {
    /// The size of a complete node, with aliases expanded.
    struct Extent {
        /// The number of nodes, including the node itself.
        let nodes: Int
        /// The number of levels of mappings and sequences; 0 for a scalar.
        let height: Int

        /// The extent of a scalar.
        static let scalar = Extent(nodes: 1, height: 0)
    }

    /// An open container: a mapping or sequence that has begun and not ended.
    private struct Frame {
        let node: UInt32
        let form: NodeRecord.Form
        /// The index of its first child in `pending`.
        let firstChild: Int
        /// The greatest height among its children so far.
        var height = 0
    }

    /// The storage. Before a reader adds a scalar, it appends the text to `arena.text`.
    var arena: Arena
    private var frames: [Frame] = []
    /// The children of all open containers.
    var pending: [UInt32] = []
    /// The number of nodes that are copies for aliases.
    private var copies = 0
    private var reported = 0
    private let path: String
    private let options: ReaderOptions
    private let diagnostics: DiagnosticCollector

    /// Creates a builder for the document in a file.
    init(_ file: SourceFile, options: ReaderOptions, diagnostics: DiagnosticCollector) {
        arena = Arena(documentBytes: file.bytes.count)
        path = file.path
        self.options = options
        self.diagnostics = diagnostics
    }

    /// The form of the innermost open container, and the number of its children so far; `nil` if no container is open.
    var innermost: (form: NodeRecord.Form, children: Int)? {
        frames.last.map { ($0.form, pending.count - $0.firstChild) }
    }

    /// Adds a scalar, whose text is at the end of `arena.text`, beginning at `start`.
    @discardableResult
    mutating func addScalar(_ form: NodeRecord.Form, textFrom start: Int, at position: Position) -> UInt32 {
        let isKey = isAwaitingKey
        let node = addRecord(
            NodeRecord(
                position: position,
                start: UInt32(truncatingIfNeeded: start),
                count: UInt32(truncatingIfNeeded: arena.text.count - start),
                form: form
            )
        )
        if isKey { arena.numberKey(node) }
        return node
    }

    /// Begins a mapping or a sequence.
    ///
    /// - Throws: An error if it is a key or too deep.
    @discardableResult
    mutating func open(_ form: NodeRecord.Form, at position: Position) throws(Diagnostic) -> UInt32 {
        if isAwaitingKey { throw error(.complexKey, at: position) }
        if frames.count >= options.depth { throw error(.tooDeep(options.depth), at: position) }
        let node = addRecord(NodeRecord(position: position, start: 0, count: 0, form: form))
        frames.append(Frame(node: node, form: form, firstChild: pending.count))
        return node
    }

    /// Ends the innermost container, and returns it.
    ///
    /// - Throws: An error if a merge key has a value that can't be merged, or if there are too many errors.
    @discardableResult
    mutating func close() throws(Diagnostic) -> (node: UInt32, extent: Extent)? {
        guard let frame = frames.popLast() else { return nil }
        let index = Int(frame.node)
        if frame.form == .mapping { try merge(childrenFrom: frame.firstChild) }
        arena.records[index].start = UInt32(truncatingIfNeeded: arena.children.count)
        arena.records[index].count = UInt32(truncatingIfNeeded: pending.count - frame.firstChild)
        arena.children.append(contentsOf: pending[frame.firstChild...])
        pending.removeSubrange(frame.firstChild...)
        if frame.form == .mapping { try checkKeys(of: frame.node) }
        let extent = Extent(nodes: arena.records.count - index, height: frame.height + 1)
        updateHeight(extent.height)
        return (frame.node, extent)
    }

    /// Adds a copy of a node for an alias.
    ///
    /// - Throws: An error if a mapping or sequence would be a key, or if the tree would be too deep or too large.
    mutating func addAlias(of node: UInt32, extent: Extent, at position: Position) throws(Diagnostic) {
        if isAwaitingKey, arena.record(node).form.isContainer { throw error(.complexKey, at: position) }
        if frames.count + extent.height > options.depth { throw error(.tooDeep(options.depth), at: position) }
        let written = arena.records.count - copies
        let limit = 10 * written + options.aliasedNodes
        if arena.records.count + extent.nodes > limit {
            throw error(.aliasesExpandTooFar(limit, written: written), at: position)
        }
        let copy = arena.copy(node, nodes: extent.nodes)
        copies += extent.nodes
        if isAwaitingKey { arena.numberKey(copy) }
        pending.append(copy)
        updateHeight(extent.height)
    }

    /// Returns the root of the document, when it has been read.
    ///
    /// - Parameter foreign: The paths of the nodes that come from other files.
    consuming func finish(foreign: [UInt32: String] = [:]) -> Node {
        Node(tree: Tree(path: path, arena: arena, foreignPaths: foreign), index: 0)
    }

    /// An error at a position in the document.
    func error(_ message: Diagnostic.Message, at position: Position) -> Diagnostic {
        .error(message, at: Location(path: path, position: position))
    }

    /// Reports an error that doesn't prevent reading.
    ///
    /// - Throws: An error if there have been too many.
    mutating func report(_ message: Diagnostic.Message, at position: Position) throws(Diagnostic) {
        diagnostics.report(error(message, at: position))
        reported += 1
        if reported == Self.maximumErrors { throw error(.tooManyErrors, at: position) }
    }

    /// Whether the next node will be a key.
    private var isAwaitingKey: Bool {
        guard let frame = frames.last, frame.form == .mapping else { return false }
        return (pending.count - frame.firstChild).isMultiple(of: 2)
    }

    /// Stores a node, and adds it to the children of the innermost container.
    private mutating func addRecord(_ record: NodeRecord) -> UInt32 {
        let node = UInt32(truncatingIfNeeded: arena.records.count)
        arena.records.append(record)
        if !frames.isEmpty { pending.append(node) }
        return node
    }

    /// Records the height of a child of the innermost container.
    private mutating func updateHeight(_ height: Int) {
        guard let last = frames.indices.last, frames[last].height < height else { return }
        frames[last].height = height
    }

    /// Reports the duplicate keys of a complete mapping.
    private mutating func checkKeys(of mapping: UInt32) throws(Diagnostic) {
        for (first, again) in arena.indexKeys(of: mapping) {
            let key = SpecText(String(decoding: arena.bytes(of: arena.record(again)), as: UTF8.self))
            let position = arena.record(again).position
            try report(.duplicateKey(key, first: arena.record(first).position), at: position)
        }
    }
}
