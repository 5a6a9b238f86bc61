import MartletSource

/// Finds the schemas that can't be used: those with errors, and all schemas that contain or refer to them.
struct UnusableSchemas {
    private(set) var ids: Set<SchemaID>

    init(_ schemas: [Schema], _ parents: [SchemaID?], _ references: SchemaReferences, faulty: Set<SchemaID>) {
        ids = faulty
        guard !faulty.isEmpty else { return }
        /// For each schema, the schemas that contain it or refer to it.
        var users = [[SchemaID]](repeating: [], count: schemas.count)
        for schema in schemas {
            if let parent = parents[schema.id.index] { users[schema.id.index].append(parent) }
            if let target = references.targets[schema.id.index] { users[target.index].append(schema.id) }
            for (_, target) in references.mappings[schema.id] ?? [] { users[target.index].append(schema.id) }
            if let target = references.defaults[schema.id] { users[target.index].append(schema.id) }
        }
        var waiting = Array(faulty)
        while let id = waiting.popLast() {
            for user in users[id.index] where ids.insert(user).inserted { waiting.append(user) }
        }
    }
}
