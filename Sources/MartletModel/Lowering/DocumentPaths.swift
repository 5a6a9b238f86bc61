package import MartletOpenAPI
package import MartletSource

/// Finds the parts of the document that settings refer to.
///
/// All settings about schemas are written in one way, with names as the document spells them: a schema of the components by
/// its name, `Book`; whatever else by a JSON pointer (RFC 6901, section 3), `/components/schemas/Book/properties/author`;
/// and a property or a value of an enum after a dot, `Book.title`. A pointer may lead to these too.
package final class DocumentPaths {
    private let schemas: SchemaGraph
    private let operations: [ResolvedOperation]
    private let leftOut: [ResolvedDocument.LeftOut]
    private let root: Node?
    private lazy var components = Dictionary(schemas.named.map { ($0.names[0], $0.id) }) { first, _ in first }
    private lazy var componentsByKey = Dictionary(
        schemas.named.filter(\.isComponent).map { ($0.location, $0.names[0]) }
    ) { first, _ in first }
    private lazy var schemasByPlace = Dictionary(schemas.all.map { ($0.location, $0.id) }) { first, _ in first }

    package init(_ document: ResolvedDocument) {
        schemas = document.schemas
        operations = document.operations
        leftOut = document.leftOut
        root = document.root
    }

    /// The schema that a path leads to.
    func schema(_ path: SpecText) -> SchemaID? {
        guard let pointer = Pointer(setting: path) else { return components[path] }
        return root.flatMap { pointer.node(in: $0) }.flatMap { schemasByPlace[$0.location] }
    }

    /// The schema and the name of a property or of a value that a path leads to; the schema may lack it.
    func member(_ path: SpecText) -> (schema: SchemaID, name: SpecText)? {
        if let pointer = Pointer(setting: path), pointer.tokens.count > 2 {
            let schema = root.flatMap { Pointer(pointer.tokens.dropLast(2)).node(in: $0) }
            let keyword = pointer.tokens[pointer.tokens.count - 2]
            if let schema, let id = schemasByPlace[schema.location], let last = pointer.tokens.last {
                if keyword == "properties", schema[keyword]?[last] != nil { return (id, last) }
                if keyword == "enum", let value = pointer.node(in: root ?? schema)?.text { return (id, value) }
            }
        }
        // Names of schemas, and pointers, can contain dots.
        let text = path.raw(for: .grammar)
        for dot in text.indices.reversed() where text[dot] == "." {
            let name = text[text.index(after: dot)...]
            guard !name.isEmpty, let schema = schema(SpecText(String(text[..<dot]))) else { continue }
            return (schema, SpecText(String(name)))
        }
        return nil
    }

    /// The ID of the operation that a path leads to: a pointer, or the ID itself.
    func operation(_ path: SpecText) -> SpecText? {
        guard let places = places(path) else { return operations.first { $0.id == path }?.id }
        return operations.first { places.contains($0.operation.location) }?.id
    }

    /// Whether a setting names something that is left out because of an error, or a part of it.
    func isLeftOut(_ setting: ClientOptions.Names.Setting) -> Bool {
        isLeftOut(setting.path) || isPossiblyLeftOut(setting)
    }

    /// Whether a setting names what the document has, and what an operation that is left out can have: of such an operation,
    /// only its ID, its path and its tags are known.
    private func isPossiblyLeftOut(_ setting: ClientOptions.Names.Setting) -> Bool {
        guard !leftOut.isEmpty, let root else { return false }
        let path = setting.path
        switch setting.kind {
        case .parameters: return Pointer(setting: path).flatMap { $0.node(in: root) }?["in"] != nil
        case .headers:
            let name = path.lowercased()
            return root.contains { node in
                node["headers"].map { $0.entries.contains { $0.keyText.lowercased() == name } } ?? false
            }
        case .servers:
            return root.contains { $0["servers"].map { $0.elements.contains { $0["url"]?.text == path } } ?? false }
        default: return false
        }
    }

    /// Whether a path leads to an operation or a schema that is left out because of an error, or to a part of one.
    func isLeftOut(_ path: SpecText) -> Bool {
        guard let pointer = Pointer(setting: path) else {
            return leftOut.contains { $0.subject.id == path }
                || schemas.leftOut.contains { path == $0.names[0] || path.hasPrefix(SpecText("\($0.names[0]).")) }
        }
        guard let root, pointer.node(in: root) != nil else { return false }
        let places = leftOut.map(\.location) + schemas.leftOut.map(\.location)
        return pointer.tokens.indices.contains { index in
            let around = Pointer(pointer.tokens.prefix(index)).node(in: root)
            let key = around?.entries.first { $0.keyText == pointer.tokens[index] }
            return key.map { places.contains($0.key.location) || places.contains($0.value.location) } ?? false
        }
    }

    /// What a pointer leads to; `nil` for other paths, and if there is nothing.
    func node(_ path: SpecText) -> Node? {
        Pointer(setting: path).flatMap { pointer in root.flatMap { pointer.node(in: $0) } }
    }

    /// The locations of the key and the value that a pointer leads to; `nil` for other paths, none if there is nothing.
    func places(_ path: SpecText) -> [Location]? {
        guard let pointer = Pointer(setting: path) else { return nil }
        guard let root, let node = pointer.node(in: root) else { return [] }
        let holder = Pointer(pointer.tokens.dropLast()).node(in: root)
        let key = holder?.entries.first { $0.keyText == pointer.tokens.last }?.key.location
        return [node.location, key].compactMap(\.self)
    }

    /// What has a location: the name of a component's schema, or a pointer; `nil` in another file.
    func path(to location: Location) -> SpecText? {
        componentsByKey[location] ?? schemasByPlace[location].flatMap { path(to: $0) } ?? pointer(to: location)
    }

    /// What stands at a location, for a message.
    func owner(at location: Location) -> Diagnostic.Text {
        path(to: location).map { "\($0)" } ?? "\(quoted: location.path)"
    }

    /// The path of a schema: a component's name, or a pointer; `nil` in another file.
    func path(to schema: SchemaID) -> SpecText? {
        schemas.componentName(of: schema) ?? pointer(to: schemas[schema].location)
    }

    /// A pointer to what has a location; `nil` in another file.
    package func pointer(to location: Location) -> SpecText? {
        guard var node = root, node.location.path == location.path else { return nil }
        var pointer = ""
        // Nodes are in the order of the text, so each lies in the last child that doesn't begin after it.
        while node.location != location {
            let entry = node.entries.partitioningIndex { $0.key.location > location } - 1
            let element = node.elements.partitioningIndex { $0.location > location } - 1
            if entry >= 0 {
                let entry = node.entries[entry]
                pointer += "/" + entry.keyText.pointerToken
                if entry.key.location == location, entry.value.location != location { break }
                node = entry.value
            } else if element >= 0 {
                pointer += "/\(element)"
                node = node.elements[element]
            } else {
                return nil
            }
        }
        return pointer.isEmpty ? nil : SpecText(pointer)
    }
}

extension Node {
    /// Whether the node, or one inside of it, meets a condition.
    fileprivate func contains(_ condition: (Node) -> Bool) -> Bool {
        condition(self) || entries.contains { $0.value.contains(condition) }
            || elements.contains { $0.contains(condition) }
    }
}

extension SpecText {
    /// Whether the path of a setting is a JSON pointer.
    package var isPointerPath: Bool { ["/", "#/"].contains(where: hasPrefix) }

    /// The schema and the member in the path `Schema.member` of a setting; `nil` for other paths.
    package var memberPath: (schema: SpecText, member: SpecText)? {
        guard !isPointerPath, let (schema, member) = split(at: { $0 == "." }) else { return nil }
        return schema.isEmpty || member.isEmpty ? nil : (schema, member)
    }
}

extension Pointer {
    /// The pointer that a setting is, with or without `#`; `nil` for a name.
    fileprivate init?(setting: SpecText) {
        let text = setting.without(prefix: "#")
        guard text.hasPrefix("/") else { return nil }
        self.init(text.raw(for: .grammar))
    }
}
