import MartletOpenAPI
import MartletSource

extension ShapeFinder {
    /// A schema, and those that it refers to or has in `allOf`.
    func parts(of id: SchemaID) -> [Schema] {
        var parts: [Schema] = []
        var open = [id]
        var visited: Set<SchemaID> = []
        while let id = open.popLast() {
            guard visited.insert(id).inserted else { continue }
            let schema = schemas[id]
            parts.append(schema)
            open += schema.allOf
            if let target = schemas.target(of: id) { open.append(target) }
        }
        return parts
    }

    /// Whether a schema that applies under a condition has properties, at any depth, that others lack. Objects without
    /// properties hold any.
    func adds(_ conditional: SchemaID, to known: [SchemaID], depth: Int = 0) -> Bool {
        let added = parts(of: conditional)
        let known = known.flatMap { parts(of: $0) }
        guard depth < 8, !Set(added.map(\.id)).isSubset(of: known.map(\.id)) else { return false }
        if known.contains(where: { !$0.properties.isEmpty }) {
            for property in added.flatMap(\.properties) {
                let own = known.flatMap(\.properties).filter { $0.name == property.name }.map(\.value)
                if own.isEmpty || adds(property.value, to: own, depth: depth + 1) { return true }
            }
        }
        let items = known.compactMap(\.items)
        return !items.isEmpty && added.compactMap(\.items).contains { adds($0, to: items, depth: depth + 1) }
    }
}
