import MartletOpenAPI

extension TypeLowering {
    /// What restricts a value besides its type. What a named schema states belongs to the declaration of its type.
    func limits(of values: [SchemaID]) -> [Limit] {
        var known = Set<SchemaID>()
        return values.flatMap { limits(of: $0, depth: 0, &known) }
    }

    /// What a named schema states.
    func limits(ofDeclared id: SchemaID) -> [Limit] {
        var known = Set<SchemaID>()
        return ownLimits(of: id, depth: 0, &known)
    }

    private func limits(of id: SchemaID, depth: Int, _ known: inout Set<SchemaID>) -> [Limit] {
        schemas.isNamed(id) ? [] : ownLimits(of: inlineEnd(of: id), depth: depth, &known)
    }

    private func ownLimits(of id: SchemaID, depth: Int, _ known: inout Set<SchemaID>) -> [Limit] {
        guard known.insert(id).inserted else { return [] }
        let schema = schemas[id]
        var limits = schema.limits
        for index in limits.indices { limits[index].depth = depth }
        let target = [schemas.target(of: id)].compactMap(\.self)
        for part in target + schema.allOf + schema.oneOf + schema.anyOf {
            limits += self.limits(of: part, depth: depth, &known)
        }
        var elements = [schema.items].compactMap { $0 }
        if case .schema(let values) = schema.additionalProperties { elements.append(values) }
        for element in elements { limits += self.limits(of: element, depth: depth + 1, &known) }
        return limits
    }
}
