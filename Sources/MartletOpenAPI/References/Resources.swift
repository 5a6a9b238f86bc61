import MartletSource

/// The files that have been read, and their schemas with identifiers and anchors (JSON Schema 2020-12 Core, 8.2).
struct Resources {
    private var resources: [URI: Resource] = [:]
    /// The base URIs of files with `$self` (OpenAPI 3.2.0, 4.1.2.2.1).
    private var statedBases: [URI: URI] = [:]
    /// The base URIs of schemas that have an `$id` or are in a schema with one.
    private var bases: [Node.Identity: URI] = [:]
    /// The anchors of each file that contains identifiers or anchors, in any resource.
    private var anchors: [URI: [SpecText: Node]] = [:]
    private var dynamicAnchors: [SpecText: Int] = [:]
    /// The names in `$anchor` that an earlier schema of the same resource has already.
    private var duplicates: [(name: SpecText, first: Node, second: Node)] = []
    private var visited: Set<Node.Identity> = []
    /// The fields among the keys of each document.
    private var tables = FieldTables()

    subscript(uri: URI) -> Resource? { resources[uri.isFile ? base(ofFile: uri) : uri] }

    /// Whether a file contains an identifier or an anchor, which is rare.
    var hasIdentifiers: Bool { !anchors.isEmpty }

    /// The fields among the keys of a node's document.
    mutating func fieldTable(of node: Node) -> FieldTable { tables.table(of: node) }

    /// Adds a further URI for a resource.
    mutating func add(_ resource: Resource, as uri: URI) { resources[uri] = resource }

    /// The base URI of references in a schema; `nil` for that of its file.
    func base(of schema: Node) -> URI? { bases[schema.identity] }
    /// The base URI of references in a file, outside of schemas with an `$id`.
    func base(ofFile uri: URI) -> URI { statedBases[uri] ?? uri }

    /// The first schema of a file with the given anchor, in any resource.
    func schema(withAnchor name: SpecText, inFile uri: URI) -> Node? { anchors[uri]?[name] }

    /// Whether several schemas have the given dynamic anchor, so that the target of a `$dynamicRef` depends on the
    /// dynamic scope (JSON Schema 2020-12 Core, 8.2.3.2).
    func isAmbiguous(dynamicAnchor name: SpecText) -> Bool { dynamicAnchors[name, default: 0] > 1 }

    /// Registers a file, with the identifiers and anchors in it.
    mutating func add(_ root: Node, as uri: URI) {
        resources[uri] = Resource(root: root)
        if let text = root[FieldName.`self`.text]?.text?.raw(for: .grammar),
            let stated = URI(text[...], relativeTo: uri)
        {
            statedBases[uri] = stated
            resources[stated] = Resource(root: root)
        }
        let table = tables.table(of: root)
        guard root.documentHasKey(in: Self.names.compactMap { table.number(of: $0) }) else { return }
        anchors[uri] = [:]
        let isDocument = root[FieldName.openapi.text] != nil || root[FieldName.swagger.text] != nil
        if isDocument { visitObject(root, in: uri) } else { visitUnknown(root, in: uri) }
    }

    /// Returns the duplicate anchors that have been found since the last time.
    mutating func takeDuplicates() -> [(name: SpecText, first: Node, second: Node)] {
        defer { duplicates = [] }
        return duplicates
    }

    /// Registers a schema that is the target of a reference but is in an unusual place, such as an extension.
    mutating func add(schema node: Node, inFile uri: URI) {
        if anchors[uri] != nil { visitSchema(node, base(ofFile: uri), in: uri) }
    }

    /// The keywords for identifiers and anchors.
    private static let names = [FieldName.id, .anchor, .dynamicAnchor]

    private mutating func visitObject(_ node: Node, in file: URI) {
        visitEntries(of: node, base(ofFile: file), in: file, SchemaPlaces.content(ofObjectField:))
    }

    /// Visits a node of a file that isn't an OpenAPI document: a schema, another object, or a map of these.
    private mutating func visitUnknown(_ node: Node, in file: URI) {
        visitSchema(node, base(ofFile: file), in: file)
        visitObject(node, in: file)
        let table = tables.table(of: node)
        for entry in node.entries where table.name(of: entry) == nil && !entry.isExtension {
            visitUnknown(entry.value, in: file)
        }
    }

    private mutating func visitSchema(_ node: Node, _ outerBase: URI, in file: URI) {
        guard node.kind == .mapping, visited.insert(node.identity).inserted else { return }
        var base = outerBase
        if case .string(let id) = node[FieldName.id.text]?.scalar,
            let uri = URI(id.raw(for: .grammar).prefix { $0 != "#" }, relativeTo: outerBase), uri != outerBase
        {
            base = uri
            if resources[base] == nil { resources[base] = Resource(root: node) }
        }
        if base != self.base(ofFile: file) { bases[node.identity] = base }
        for field in [FieldName.anchor, .dynamicAnchor] {
            guard case .string(let name) = node[field.text]?.scalar else { continue }
            if let first = resources[base]?.anchors[name] {
                // The definitions that a dynamic anchor can be bound to share its name on purpose.
                if field == .anchor, first.identity != node.identity { duplicates.append((name, first, node)) }
            } else {
                resources[base]?.anchors[name] = node
            }
            if anchors[file]?[name] == nil { anchors[file]?[name] = node }
            if field == .dynamicAnchor { dynamicAnchors[name, default: 0] += 1 }
        }
        visitEntries(of: node, base, in: file, SchemaPlaces.content(ofKeyword:))
    }

    private mutating func visitEntries(
        of node: Node,
        _ base: URI,
        in file: URI,
        _ content: (FieldName) -> SchemaPlaces.Content?
    ) {
        let table = tables.table(of: node)
        for entry in node.entries {
            guard let field = table.name(of: entry), let content = content(field) else { continue }
            visit(entry.value, content, base, in: file)
        }
    }

    private mutating func visit(_ node: Node, _ content: SchemaPlaces.Content, _ base: URI, in file: URI) {
        switch content {
        case .schema where node.kind == .mapping: visitSchema(node, base, in: file)
        case .schema, .schemas: for child in node.children { visitSchema(child, base, in: file) }
        case .object: visitObject(node, in: file)
        case .objects: for child in node.children { visitObject(child, in: file) }
        case .objectGroups: for child in node.children { visit(child, .objects, base, in: file) }
        }
    }
}

extension Node {
    /// The elements of a sequence, or the values of a mapping.
    fileprivate var children: [Node] { kind == .mapping ? entries.map(\.value) : Array(elements) }
}
