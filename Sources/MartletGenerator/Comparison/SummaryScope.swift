import MartletModel
import MartletOpenAPI
import MartletSource

/// The part of a document from which a client of some of its operations and schemas was generated.
struct SummaryScope {
    enum Use {
        case whole
        /// An operation of which only its ID and tags matter, because the names in a group depend on each other.
        case name
        case none
    }

    /// How the entries that may be left out are used, by their keys.
    private var uses: [Node.Identity: Use] = [:]
    private let root: Node

    private static let methods: Set<SpecText> = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
    ]

    /// - Returns: `nil` if the part is unknown, because some references don't lead to components.
    init?(_ root: Node, _ client: Client) {
        self.root = root
        let operations = Set(client.apis.flatMap(\.methods).map(\.location))
        let types = Set(client.types.map(\.location))
        var open: [Node] = []
        func isSelected(_ entry: Entry) -> Bool {
            operations.contains(entry.key.location) || operations.contains(entry.value.location)
                || entry.keyText == "additionalOperations" && entry.value.entries.contains(where: isSelected)
        }
        let items = root["paths"]?.entries.map(\.self) ?? []
        let methods = items.flatMap { item in item.value.entries.filter { Self.methods.contains($0.keyText) } }
        let tags = Set(methods.filter(isSelected).map { $0.value["tags"]?.elements.first?.text })
        for method in methods {
            let isRelated = tags.contains(method.value["tags"]?.elements.first?.text)
            uses[method.key.identity] = isSelected(method) ? .whole : isRelated ? .name : Use.none
        }
        for item in items {
            let entries = item.value.entries
            if entries.contains(where: isSelected) || item.value["$ref"] != nil {
                open += [item.value["$ref"] == nil ? nil : item.value].compactMap(\.self)
                open += entries.filter { use(of: $0) == .whole }.map(\.value)
            } else if !entries.contains(where: { use(of: $0) == .name }) {
                uses[item.key.identity] = Use.none
            }
        }
        if let webhooks = root["webhooks"] { open.append(webhooks) }
        for group in componentGroups {
            for entry in group.entries {
                let isType = types.contains(entry.key.location) || types.contains(entry.value.location)
                uses[entry.key.identity] = isType ? .whole : Use.none
                if isType { open.append(entry.value) }
            }
        }
        guard follow(open) else { return nil }
    }

    func use(of entry: Entry) -> Use { uses[entry.key.identity] ?? .whole }

    /// The objects whose entries are needed only if something refers to them.
    private var componentGroups: [Node] {
        let components = root["components"]?.entries.filter { $0.keyText != "securitySchemes" }.map(\.value) ?? []
        return components + ["definitions", "parameters", "responses"].compactMap { root[$0] }
    }

    /// Marks the components that some nodes lead to.
    ///
    /// - Returns: Whether all references are to components.
    private mutating func follow(_ nodes: [Node]) -> Bool {
        var open = nodes
        while let node = open.popLast() {
            open += Array(node.elements)
            for entry in node.entries {
                open.append(entry.value)
                guard let targets = targets(of: entry) else { return false }
                for target in targets where uses[target.key.identity] != .whole {
                    uses[target.key.identity] = .whole
                    open.append(target.value)
                }
            }
        }
        return true
    }

    /// The components that a field refers to; `nil` if they are unknown.
    private func targets(of entry: Entry) -> [Entry]? {
        switch entry.keyText {
        case "$ref", "defaultMapping":
            guard let text = entry.value.text else { return [] }
            return component(text).map { [$0] }
        case "mapping":
            // A value without a slash that is not the name of a schema refers to nothing.
            let texts = entry.value.entries.compactMap(\.value.text)
            let found = texts.filter { $0.contains("/") || component($0) != nil }.map(component)
            return found.contains { $0 == nil } ? nil : found.compactMap(\.self)
        case "$id", "$anchor", "$dynamicRef", "$dynamicAnchor": return entry.value.kind == .scalar ? nil : []
        default: return []
        }
    }

    /// The component that a reference or the name of a schema leads to.
    private func component(_ reference: SpecText) -> Entry? {
        let schemas = root["components"]?["schemas"] ?? root["definitions"]
        if let entry = schemas?.entry(reference) { return entry }
        guard reference.hasPrefix("#"), let pointer = Pointer(reference.without(prefix: "#").raw(for: .grammar)) else {
            return nil
        }
        let tokens = pointer.tokens
        let count = tokens.first == "components" ? 2 : 1
        guard tokens.count > count, let group = Pointer(tokens[..<count]).node(in: root) else { return nil }
        return componentGroups.contains { $0.identity == group.identity } ? group.entry(tokens[count]) : nil
    }
}

extension Node {
    fileprivate func entry(_ key: SpecText) -> Entry? { entries.first { $0.keyText == key } }
}
