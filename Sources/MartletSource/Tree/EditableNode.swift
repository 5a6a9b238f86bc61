/// A node of a document that can be changed. Unchanged parts keep their location, also in another file.
package final class EditableNode {
    package enum Content {
        case scalar
        case sequence([EditableNode])
        case mapping([(key: Node, value: EditableNode)])
    }

    package var content: Content
    /// The node that this one was made of.
    package private(set) var origin: Node

    /// Makes a deep copy of a node.
    package init(_ node: Node) {
        origin = node
        switch node.kind {
        case .scalar: content = .scalar
        case .sequence: content = .sequence(node.elements.map { EditableNode($0) })
        case .mapping: content = .mapping(node.entries.map { ($0.key, EditableNode($0.value)) })
        }
    }

    private init(_ content: Content, of origin: Node) {
        self.content = content
        self.origin = origin
    }

    /// A deep copy.
    package func copy() -> EditableNode {
        switch content {
        case .scalar: EditableNode(.scalar, of: origin)
        case .sequence(let elements): EditableNode(.sequence(elements.map { $0.copy() }), of: origin)
        case .mapping(let entries): EditableNode(.mapping(entries.map { ($0.key, $0.value.copy()) }), of: origin)
        }
    }

    /// Replaces a scalar with a copy of another node.
    package func replace(with node: Node) {
        let copy = EditableNode(node)
        origin = copy.origin
        content = copy.content
    }

    /// The value of a key; `nil` if there is none.
    package subscript(key: SpecText) -> EditableNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key.text == key }?.value
    }

    /// The values of a mapping or the elements of a sequence, in order.
    package var children: [EditableNode] {
        switch content {
        case .scalar: []
        case .sequence(let elements): elements
        case .mapping(let entries): entries.map(\.value)
        }
    }

    /// The number of nodes in this one, including itself.
    package var count: Int { children.reduce(1) { $0 + $1.count } }

    /// The nesting depth of mappings and sequences, including this one.
    package var height: Int {
        if case .scalar = content { return 0 }
        return 1 + (children.map(\.height).max() ?? 0)
    }

    /// Whether both nodes are mappings, both are sequences, or both are scalars.
    package func hasSameKind(as other: EditableNode) -> Bool {
        switch (content, other.content) {
        case (.scalar, .scalar), (.sequence, .sequence), (.mapping, .mapping): true
        default: false
        }
    }

    /// Removes a child.
    package func remove(_ child: EditableNode) {
        switch content {
        case .scalar: break
        case .sequence(let elements): content = .sequence(elements.filter { $0 !== child })
        case .mapping(let entries): content = .mapping(entries.filter { $0.value !== child })
        }
    }

    /// The whole as a document that can be read.
    ///
    /// - Throws: An error if it is deeper than documents can be.
    package func document(options: ReaderOptions = .init()) throws(Diagnostic) -> Node {
        let path = origin.location.path
        var builder = TreeBuilder(
            SourceFile(path: path, bytes: []), options: options, diagnostics: DiagnosticCollector())
        var foreign: [UInt32: String] = [:]
        try add(to: &builder, &foreign, besides: path)
        return builder.finish(foreign: foreign)
    }

    private func add(
        to builder: inout TreeBuilder,
        _ foreign: inout [UInt32: String],
        besides path: String
    ) throws(Diagnostic) {
        switch content {
        case .scalar: Self.add(origin, to: &builder, &foreign, besides: path)
        case .sequence(let elements):
            Self.note(try builder.open(.sequence, at: origin.record.position), origin, &foreign, besides: path)
            for element in elements { try element.add(to: &builder, &foreign, besides: path) }
            try builder.close()
        case .mapping(let entries):
            Self.note(try builder.open(.mapping, at: origin.record.position), origin, &foreign, besides: path)
            for entry in entries {
                Self.add(entry.key, to: &builder, &foreign, besides: path)
                try entry.value.add(to: &builder, &foreign, besides: path)
            }
            try builder.close()
        }
    }

    private static func add(
        _ scalar: Node,
        to builder: inout TreeBuilder,
        _ foreign: inout [UInt32: String],
        besides path: String
    ) {
        let start = builder.arena.text.count
        builder.arena.text += scalar.tree.arena.bytes(of: scalar.record)
        let record = scalar.record
        note(builder.addScalar(record.form, textFrom: start, at: record.position), scalar, &foreign, besides: path)
    }

    /// Notes the path of a node that is in another file.
    private static func note(
        _ node: UInt32,
        _ origin: Node,
        _ foreign: inout [UInt32: String],
        besides path: String
    ) {
        let own = origin.location.path
        if own != path { foreign[node] = own }
    }
}
