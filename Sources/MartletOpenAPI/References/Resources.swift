import MartletSource

/// The files read so far, and the schemas in them that have identifiers and anchors (JSON Schema Core 2020-12, section 8.2).
struct Resources {
    private var resources: [URI: Resource] = [:]
    /// The base URI of files whose `$self` states one (OpenAPI 3.2.0, section 4.1.2.2.1).
    private var statedBases: [URI: URI] = [:]
    /// The base URI of schemas that have or are within one with an `$id`.
    private var bases: [Node.Identity: URI] = [:]
    /// All anchors of files with identifiers or anchors in them.
    private var anchors: [URI: [SpecText: Node]] = [:]
    private var dynamicAnchors: [SpecText: Int] = [:]
    private var visited: Set<Node.Identity> = []

    subscript(uri: URI) -> Resource? { resources[uri.isFile ? base(ofFile: uri) : uri] }

    /// Whether no file has an identifier or an anchor in it, as nearly all have none.
    var isAnonymous: Bool { anchors.isEmpty }

    /// Lets another URI lead to a file as well.
    mutating func add(_ resource: Resource, as uri: URI) { resources[uri] = resource }

    /// What references in a place are relative to: a schema, or the objects of a file.
    func base(of schema: Node) -> URI? { bases[schema.identity] }
    func base(ofFile uri: URI) -> URI { statedBases[uri] ?? uri }

    /// The schema with an anchor that is the first in its file to have it, in whatever resource.
    func schema(withAnchor name: SpecText, inFile uri: URI) -> Node? { anchors[uri]?[name] }

    /// Whether several schemas have this dynamic anchor, so that where a `$dynamicRef` leads depends on what came before.
    func isAmbiguous(dynamicAnchor name: SpecText) -> Bool { dynamicAnchors[name, default: 0] > 1 }

    /// Takes in a file.
    mutating func add(_ root: Node, as uri: URI) {
        resources[uri] = Resource(root: root)
        if let text = root[FieldName.`self`.text]?.text?.unencoded, let stated = URI(text[...], relativeTo: uri) {
            statedBases[uri] = stated
            resources[stated] = Resource(root: root)
        }
        guard root.documentHasKey(in: Self.names.map(\.rawValue)) else { return }
        anchors[uri] = [:]
        let isDocument = root[FieldName.openapi.text] != nil || root[FieldName.swagger.text] != nil
        if isDocument { visitObject(root, in: uri) } else { visitUnknown(root, in: uri) }
    }

    /// Takes in a schema that stands where nobody looks for schemas, in an extension say, but is referred to.
    mutating func add(schema node: Node, inFile uri: URI) {
        if anchors[uri] != nil { visitSchema(node, base(ofFile: uri), in: uri) }
    }

    /// The keywords by which schemas are found other than by their place.
    private static let names = [FieldName.id, .anchor, .dynamicAnchor]

    private mutating func visitObject(_ node: Node, in file: URI) {
        visitEntries(of: node, base(ofFile: file), in: file, SchemaPlaces.content(ofObjectField:))
    }

    /// Visits a node of a file that isn't an OpenAPI document: a schema, another object, or a map of such.
    private mutating func visitUnknown(_ node: Node, in file: URI) {
        visitSchema(node, base(ofFile: file), in: file)
        visitObject(node, in: file)
        for entry in node.entries where entry.keyNumber >= FieldName.allCases.count && !entry.isExtension {
            visitUnknown(entry.value, in: file)
        }
    }

    private mutating func visitSchema(_ node: Node, _ outerBase: URI, in file: URI) {
        guard node.kind == .mapping, visited.insert(node.identity).inserted else { return }
        var base = outerBase
        if case .string(let id) = node[FieldName.id.text]?.scalar,
            let uri = URI(id.unencoded.prefix { $0 != "#" }, relativeTo: outerBase), uri != outerBase
        {
            base = uri
            if resources[base] == nil { resources[base] = Resource(root: node) }
        }
        if base != self.base(ofFile: file) { bases[node.identity] = base }
        for field in [FieldName.anchor, .dynamicAnchor] {
            guard case .string(let name) = node[field.text]?.scalar else { continue }
            if resources[base]?.anchors[name] == nil { resources[base]?.anchors[name] = node }
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
        for entry in node.entries {
            guard let field = FieldName(rawValue: entry.keyNumber), let content = content(field) else { continue }
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
