import MartletSource

/// Finds the schemas of which nothing can be made: those with a fault, and all that lead to them.
struct UnusableSchemas {
    private(set) var ids: Set<SchemaID>

    init(_ schemas: [Schema], _ links: SchemaLinks, faulty: Set<SchemaID>) {
        ids = faulty
        guard !faulty.isEmpty else { return }
        /// For each schema those that it stands in or that refer to it.
        var users = [[SchemaID]](repeating: [], count: schemas.count)
        for schema in schemas {
            if let parent = schema.parent { users[schema.id.index].append(parent) }
            if let target = links.targets[schema.id.index] { users[target.index].append(schema.id) }
            for (_, target) in links.mappings[schema.id] ?? [] { users[target.index].append(schema.id) }
            if let target = links.defaults[schema.id] { users[target.index].append(schema.id) }
        }
        var waiting = Array(faulty)
        while let id = waiting.popLast() {
            for user in users[id.index] where ids.insert(user).inserted { waiting.append(user) }
        }
    }
}
