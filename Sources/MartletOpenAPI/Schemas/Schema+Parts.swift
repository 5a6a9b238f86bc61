extension Schema {
    /// Visits the schemas of nested values, and those that apply to the same value, but for targets of references.
    package func forEachPart(throughProperties: Bool = true, _ visit: (SchemaID) -> Void) {
        if throughProperties { for property in properties { visit(property.value) } }
        for property in patternProperties { visit(property.value) }
        allOf.forEach(visit)
        oneOf.forEach(visit)
        anyOf.forEach(visit)
        prefixItems.forEach(visit)
        conditional.forEach(visit)
        if let items { visit(items) }
        if let contentSchema { visit(contentSchema) }
        if case .schema(let values) = additionalProperties { visit(values) }
    }
}
