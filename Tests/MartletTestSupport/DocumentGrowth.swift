package import MartletSource

/// An addition to a document, or another spelling of it, that changes no existing name.
package struct DocumentGrowth: Sendable {
    package let name: String
    let edit: @Sendable (EditableNode) -> Void

    /// The root of a grown document.
    package func applied(to root: Node) -> EditableNode {
        let root = EditableNode(root)
        edit(root)
        return root
    }

    package static let all =
        additions + [
            DocumentGrowth(name: "schemas of common names") { root in
                let names = [
                    "Kind", "Status", "Item", "Error", "Type", "Value", "Data", "Result", "Issue", "Component",
                ]
                let schemas = root.schemas
                for name in names where schemas?[SpecText(name)] == nil {
                    schemas?.insert(name, #"{"type": "object", "properties": {"own": {"type": "string"}}}"#)
                }
            },
            DocumentGrowth(name: "an operation that uses the shared parts") { root in
                let prefix = root["swagger"] == nil ? "#/components/" : "#/"
                let parts = root["components"] ?? root
                let tags = root.operations.first?["tags"]?.json ?? "[]"
                func add(_ index: Int, _ parts: String) {
                    root["paths"]?.insert(
                        "/a-added/\(index)",
                        #"{"put": {"operationId": "aAdded\#(index)", "tags": \#(tags), \#(parts)}}"#)
                }
                func reference(_ section: String, _ name: String) -> String {
                    let name = name.replacing("~", with: "~0").replacing("/", with: "~1")
                    return #"{"$ref": \#(JSONText.string("\(prefix)\(section)/\(name)"))}"#
                }
                let done = #""responses": {"204": {"description": "d"}}"#
                var index = 0
                for name in parts["parameters"]?.keys ?? [] where parts["parameters"]?[name]?["in"]?.text != "path" {
                    index += 1
                    add(index, #""parameters": [\#(reference("parameters", name.unencoded))], \#(done)"#)
                }
                for name in parts["requestBodies"]?.keys ?? [] {
                    index += 1
                    add(index, #""requestBody": \#(reference("requestBodies", name.unencoded)), \#(done)"#)
                }
                for name in parts["responses"]?.keys ?? [] {
                    index += 1
                    let response = reference("responses", name.unencoded)
                    add(index, #""responses": {"200": \#(response), "400": \#(response)}"#)
                }
            },
            DocumentGrowth(name: "operations named as others' further methods") { root in
                let operations = root.operations
                for (index, operation) in operations.enumerated() {
                    guard let id = operation["operationId"]?.text?.unencoded else { continue }
                    for suffix in ["All", "Pages", "AsCSV", "WithHTTPInfo"] {
                        let tags = operation["tags"]?.json ?? "[]"
                        let name = JSONText.string(id + suffix)
                        root["paths"]?.insert(
                            "/a-added/\(index)\(suffix)",
                            #"{"get": {"operationId": \#(name), "tags": \#(tags), "responses": {"204": {"description": "d"}}}}"#
                        )
                    }
                }
            },
            DocumentGrowth(name: "a property") { root in
                let prefix = root["swagger"] == nil ? "#/components/schemas" : "#/definitions"
                var count = 0
                root.visit { schema, kind in
                    guard kind == .object else { return }
                    // Members of a union that share a property are one struct.
                    count += 1
                    schema["properties"]?.insert("a_added_\(count)", #"{"$ref": "\#(prefix)/AAdded"}"#)
                }
                let inner = #"{"type": "object", "properties": {"n": {"type": "string"}}}"#
                root.schemas?.insert("AAdded", #"{"type": "object", "properties": {"kind": \#(inner)}}"#)
            },
            DocumentGrowth(name: "an enum value") { root in
                var count = 0
                root.visit { schema, _ in
                    guard let values = schema["enum"], !values.children.isEmpty, schema["type"]?.text == "string" else {
                        return
                    }
                    // Members of a union are distinguished by the values of their enums.
                    count += 1
                    values.append(#""z_added_\#(count)""#)
                }
            },
            DocumentGrowth(name: "a member of a union") { root in
                root.visit { schema, _ in
                    for key in ["oneOf", "anyOf"] as [SpecText] {
                        guard let members = schema[key], members.children.count(where: { $0.isObjectOrReference }) > 1
                        else { continue }
                        members.append(
                            #"{"type": "object", "required": ["z_added"], "properties": {"z_added": {"type": "string"}}}"#
                        )
                    }
                }
            },
            DocumentGrowth(name: "an operation with the first tag") { root in
                root["paths"]?.insert(
                    "/a-added",
                    #"{"get": {"operationId": "aAdded", "tags": ["Added"], "responses": {"204": {"description": "d"}}}}"#
                )
            },
            DocumentGrowth(name: "other titles and descriptions") { root in
                root["info"]?["title"]?.write("Other")
                root.visit { node, kind in
                    node["description"]?.write("Another description")
                    if kind != .member { node["title"]?.write("Another title") }
                }
            },
            DocumentGrowth(name: "a parameter that makes pages") { root in
                for operation in root.operations where operation["parameters"]?.isSequence == true {
                    let isThere = operation["parameters"]?.children.contains { $0["name"]?.text == "limit" } ?? false
                    if isThere { continue }
                    let schema = root["swagger"] == nil ? #""schema": {"type": "integer"}"# : #""type": "integer""#
                    operation["parameters"]?.append(#"{"name": "limit", "in": "query", \#(schema)}"#)
                }
            },
            DocumentGrowth(name: "properties and values whose names meet others") { root in
                root.visit { schema, kind in
                    if kind == .object, let properties = schema["properties"] {
                        let keys = properties.keys
                        if let key = keys.first(where: { $0.unencoded.dropFirst().contains("_") }) {
                            let words = key.unencoded.split(separator: "_")
                            let other =
                                words.prefix(1).joined()
                                + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
                            if !keys.contains(SpecText(other)) { properties.insert(other, #"{"type": "string"}"#) }
                        }
                        for key in keys
                        where key.unencoded.hasSuffix("s") && properties[key]?["items"]?["properties"] != nil {
                            let other = String(key.unencoded.dropLast())
                            guard !keys.contains(SpecText(other)) else { continue }
                            properties.insert(other, #"{"type": "object", "properties": {"own": {"type": "string"}}}"#)
                        }
                    }
                    guard let values = schema["enum"], schema["type"]?.text == "string" else { return }
                    let texts = values.children.compactMap(\.text?.unencoded)
                    if let text = texts.first, !texts.contains(text.uppercased()) {
                        values.append(JSONText.string(text.uppercased()))
                    }
                }
            },
            DocumentGrowth(name: "tags, headers and servers whose names meet others") { root in
                let done = #""responses": {"204": {"description": "d"}}"#
                for (index, tag) in Set(root.operations.compactMap { $0["tags"]?.children.first?.text }).sorted()
                    .enumerated()
                {
                    let tags = JSONText.string(tag.unencoded + "-")
                    root["paths"]?.insert(
                        "/a-added/\(index)",
                        #"{"get": {"operationId": "aAdded\#(index)", "tags": [\#(tags)], \#(done)}}"#)
                }
                let responses = root.operations.flatMap { $0["responses"]?.children ?? [] }
                let type = root["swagger"] == nil ? #""schema": {"type": "boolean"}"# : #""type": "boolean""#
                let headers = Set(responses.flatMap { $0["headers"]?.keys ?? [] }).sorted().map {
                    "\(JSONText.string($0.unencoded)): {\(type)}"
                }
                root["paths"]?.insert(
                    "/a-headers",
                    #"""
                    {"get": {"operationId": "aHeaders", "responses": {"204": {"description": "d", \#
                    "headers": {\#(headers.joined(separator: ", "))}}}}}
                    """#)
                for url in root["servers"]?.children.compactMap({ $0["url"]?.text?.unencoded }) ?? [] {
                    root["servers"]?.append(#"{"url": \#(JSONText.string(url + "/added"))}"#)
                }
            },
            DocumentGrowth(name: "operations, parameters and values that would have others' names") { root in
                for (index, operation) in root.operations.enumerated() {
                    if let id = operation["operationId"]?.text, let tag = operation["tags"]?.children.first?.text {
                        let (name, tags) = (
                            JSONText.string("\(tag.unencoded)_\(id.unencoded)"), operation["tags"]?.json ?? "[]"
                        )
                        root["paths"]?.insert(
                            "/a-shortened/\(index)",
                            #"{"get": {"operationId": \#(name), "tags": \#(tags), "responses": {"204": {"description": "d"}}}}"#
                        )
                    }
                    let parameters = operation["parameters"]?.children ?? []
                    let headers = Set(parameters.filter { $0["in"]?.text == "header" }.compactMap { $0["name"]?.text })
                    let names = parameters.filter { $0["in"]?.text == "query" }.compactMap { $0["name"]?.text }
                    let type = root["swagger"] == nil ? #""schema": {"type": "boolean"}"# : #""type": "boolean""#
                    for name in names
                    where name.utf8.allSatisfy({ $0 != 0x5B && $0 != 0x5D && $0 > 0x20 }) && !headers.contains(name) {
                        operation["parameters"]?.append(
                            #"{"name": \#(JSONText.string(name.unencoded)), "in": "header", \#(type)}"#)
                    }
                }
                root.visit { schema, _ in
                    guard let values = schema["enum"], schema["type"]?.text == "string" else { return }
                    let texts = values.children.compactMap(\.text?.unencoded)
                    for text in texts where text.contains("-") && !texts.contains(text.replacing("-", with: "+")) {
                        values.append(JSONText.string(text.replacing("-", with: "+")))
                    }
                }
            },
            DocumentGrowth(name: "references to inline schemas of each kind") { root in
                let pointers = root.inlineSchemas().mapValues { $0.prefix(200).map { JSONText.string("#" + $0) } }
                let all = pointers.sorted { $0.key < $1.key }.flatMap(\.value)
                let properties = all.enumerated().map { #""r\#($0)": {"$ref": \#($1)}"# }
                root.schemas?.insert(
                    "AReferences", #"{"type": "object", "properties": {\#(properties.joined(separator: ", "))}}"#)
                let isOld = root["swagger"] != nil
                for (index, pointer) in all.enumerated() where pointer.contains("/responses/") {
                    let schema = #""schema": {"$ref": \#(pointer)}"#
                    let content = isOld ? schema : #""content": {"application/json": {\#(schema)}}"#
                    root["paths"]?.insert(
                        "/a-references/\(index)",
                        #"{"get": {"operationId": "aReferences\#(index)", "responses": {"200": {"description": "d", \#(content)}}}}"#
                    )
                }
            },
            DocumentGrowth(name: "another order") { root in
                root["paths"]?.reverse()
                for section in (root["components"] ?? root).children where section !== root["info"] {
                    section.reverse()
                }
                root.visit { schema, _ in schema["properties"]?.reverse() }
            },
        ]
}

/// The kind of a mapping in a document, as far as growing it depends on it.
private enum Role {
    /// A schema with properties, and no other parts.
    case object
    /// A member of a union or a tuple.
    case member
    case other
}

extension EditableNode {
    var schemas: EditableNode? { self["components"]?["schemas"] ?? self["definitions"] }

    /// The operations of all paths.
    var operations: [EditableNode] {
        let methods: Set<SpecText> = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]
        return self["paths"]?.children.flatMap { path in
            path.keys.filter(methods.contains).compactMap { path[$0] }
        } ?? []
    }

    var keys: [SpecText] {
        guard case .mapping(let entries) = content else { return [] }
        return entries.compactMap(\.key.text)
    }

    var text: SpecText? { if case .scalar = content { origin.text } else { nil } }

    fileprivate var isSequence: Bool { if case .sequence = content { true } else { false } }

    fileprivate var isObjectOrReference: Bool { self["$ref"] != nil || self["properties"] != nil }

    /// Whether an object keeps its kind with an additional property.
    private var isObject: Bool {
        self["properties"]?.children.isEmpty == false
            && ["allOf", "oneOf", "anyOf", "$ref"].allSatisfy { self[$0] == nil }
    }

    func insert(_ key: String, _ json: String) {
        guard case .mapping(let entries) = content, let key = Self.node(JSONText.string(key)),
            let value = Self.node(json)
        else { return }
        content = .mapping([(key, EditableNode(value))] + entries)
    }

    func append(_ json: String) {
        guard case .sequence(let elements) = content, let node = Self.node(json) else { return }
        content = .sequence(elements + [EditableNode(node)])
    }

    fileprivate func write(_ text: String) {
        if case .scalar = content, let node = Self.node(JSONText.string(text)) { replace(with: node) }
    }

    fileprivate func reverse() {
        if case .mapping(let entries) = content { content = .mapping(entries.reversed()) }
    }

    private static func node(_ json: String) -> Node? {
        try? DocumentReader.read(
            SourceFile(path: "added.json", bytes: Array(json.utf8)), diagnostics: DiagnosticCollector())
    }

    /// Visits all OpenAPI objects and schemas, but no example or other value. Those in a union or a tuple are members.
    fileprivate func visit(_ visitor: (EditableNode, Role) -> Void) { visit(isMap: false, isMember: false, visitor) }

    private func visit(isMap: Bool, isMember: Bool, _ visitor: (EditableNode, Role) -> Void) {
        guard case .mapping(let entries) = content else {
            for child in children { child.visit(isMap: false, isMember: isMember, visitor) }
            return
        }
        for entry in entries {
            let key = entry.key.text ?? ""
            if !isMap, Self.values.contains(key) || key.unencoded.hasPrefix("x-") { continue }
            entry.value.visit(
                isMap: !isMap && Self.maps.contains(key),
                // Some documents have lists of alternatives in `items`.
                isMember: !isMap && (Self.members.contains(key) || key == "items" && entry.value.isSequence),
                visitor
            )
        }
        // Nodes that the visitor adds aren't visited.
        if !isMap { visitor(self, isMember ? .member : isObject ? .object : .other) }
    }

    /// The pointers to the schemas that are no components and no references, by the key that they are found at.
    fileprivate func inlineSchemas() -> [SpecText: [String]] {
        var found: [SpecText: [String]] = [:]
        for key in ["paths", "components", "definitions", "responses", "parameters"] as [SpecText] {
            self[key]?.findInlineSchemas("/\(key.unencoded)", in: key, isMap: key != "components", &found)
        }
        return found
    }

    private func findInlineSchemas(
        _ pointer: String,
        in key: SpecText,
        isMap: Bool,
        _ found: inout [SpecText: [String]]
    ) {
        if case .sequence(let elements) = content {
            for (index, element) in elements.enumerated() {
                if Self.lists.contains(key) { element.noteInlineSchema("\(pointer)/\(index)", at: key, &found) }
                element.findInlineSchemas("\(pointer)/\(index)", in: key, isMap: false, &found)
            }
        }
        guard case .mapping(let entries) = content else { return }
        for entry in entries {
            let name = entry.key.text ?? ""
            let token = name.unencoded.replacing("~", with: "~0").replacing("/", with: "~1")
            if !isMap, Self.values.contains(name) || name.unencoded.hasPrefix("x-") { continue }
            if isMap ? key == "properties" : Self.schemas.contains(name) {
                entry.value.noteInlineSchema("\(pointer)/\(token)", at: isMap ? key : name, &found)
            }
            let isInner = !isMap && Self.maps.contains(name)
            entry.value.findInlineSchemas("\(pointer)/\(token)", in: isMap ? "" : name, isMap: isInner, &found)
        }
    }

    private func noteInlineSchema(_ pointer: String, at key: SpecText, _ found: inout [SpecText: [String]]) {
        if case .mapping = content, self["$ref"] == nil { found[key, default: []].append(pointer) }
    }

    /// The keys of one schema.
    private static let schemas: Set<SpecText> = ["schema", "items", "additionalProperties"]

    /// The keys of lists of schemas.
    private static let lists: Set<SpecText> = ["oneOf", "anyOf", "allOf", "prefixItems"]

    /// The keys of schemas that have no name but their title.
    private static let members: Set<SpecText> = ["oneOf", "anyOf", "prefixItems"]

    /// The keys of values that are no part of OpenAPI.
    private static let values: Set<SpecText> = [
        "example", "examples", "default", "enum", "const", "required", "servers", "security",
    ]

    /// The keys of mappings from names.
    private static let maps: Set<SpecText> = [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "paths", "webhooks", "schemas",
        "parameters", "responses", "headers", "requestBodies", "callbacks", "links", "pathItems", "content", "mapping",
        "securitySchemes", "encoding", "scopes", "flows",
    ]
}
