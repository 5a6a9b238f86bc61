import MartletOpenAPI
import MartletSource

/// The schemas that a value must fit at once, with `allOf` and references taken apart as far as need be.
struct SchemaParts {
    /// Schemas whose own keywords count; what a schema builds on comes before it.
    private(set) var own: [SchemaID] = []
    /// The one named schema that all of it comes down to, if that is so.
    private(set) var reference: SchemaID?
    /// Whether the schema itself, and not one that it builds on, says that null is allowed.
    private(set) var statesNull: Bool

    private let schemas: SchemaGraph
    /// Schemas of files, which may have no keyword but that, or none at all.
    private let files: Set<SchemaID>
    private var visited: Set<SchemaID> = []

    init(_ value: Conjunction, _ finder: ShapeFinder) {
        schemas = finder.schemas
        files = finder.files
        statesNull = value.schemas.contains { finder.schemas[$0].allowsNull }
        // Most schemas build on nothing, and there is nothing to take apart.
        if value.schemas.count == 1, schemas.target(of: value.schemas[0]) == nil,
            schemas[value.schemas[0]].allOf.isEmpty
        {
            addOwn(value.schemas[0])
            return
        }
        if value.types == nil, value.aspect == .whole {
            var targets: [SchemaID] = []
            for schema in value.schemas { collect(schema, &targets) }
            if targets.count == 1, own.allSatisfy(finder.isConstraintAlone),
                !value.schemas.contains(where: { finder.builds($0, on: targets[0]) })
            {
                reference = targets[0]
                return
            }
        }
        // What references lead to is taken in.
        own = []
        visited = []
        for schema in value.schemas { take(schema) }
    }

    /// Takes a schema apart up to references.
    private mutating func collect(_ id: SchemaID, _ targets: inout [SchemaID]) {
        guard visited.insert(id).inserted else { return }
        let schema = schemas[id]
        if let target = schemas.target(of: id), !targets.contains(target) { targets.append(target) }
        for member in schema.allOf { collect(member, &targets) }
        addOwn(id)
    }

    /// Takes a schema apart, references included.
    private mutating func take(_ id: SchemaID) {
        guard visited.insert(id).inserted else { return }
        let schema = schemas[id]
        if let target = schemas.target(of: id) { take(target) }
        for member in schema.allOf { take(member) }
        addOwn(id)
    }

    private mutating func addOwn(_ id: SchemaID) {
        if schemas[id].hasShape || files.contains(id) { own.append(id) }
    }
}

extension Schema {
    /// Whether the schema says that null is a value.
    var allowsNull: Bool { isNullable || types?.contains(.null) == true }

    /// Whether the schema has keywords of its own, beside references and `allOf`.
    var hasShape: Bool {
        boolean == false || types != nil || enumeration != nil || !properties.isEmpty || !required.isEmpty
            || additionalProperties != nil || !patternProperties.isEmpty || items != nil || !prefixItems.isEmpty
            || !oneOf.isEmpty || !anyOf.isEmpty || isNullable || !conditional.isEmpty || format != nil
            || contentEncoding != nil
    }
}

extension ShapeFinder {
    /// Whether a schema narrows what values there are and says nothing of their types that another one beside it would
    /// not say.
    func isConstraintAlone(_ id: SchemaID) -> Bool {
        let schema = schemas[id]
        if case .schema = schema.additionalProperties { return false }
        return schema.enumeration == nil && schema.properties.isEmpty && schema.required.isEmpty
            && schema.patternProperties.isEmpty && schema.items == nil && schema.prefixItems.isEmpty
            && schema.conditional.isEmpty && schema.format == nil && schema.contentEncoding == nil
            && !hasAlternatives(id)
    }

    /// Whether a schema lists alternatives that differ in shape. Often `oneOf` and `anyOf` only say which properties must be
    /// there together, and that is for the server to check.
    func hasAlternatives(_ id: SchemaID) -> Bool {
        let schema = schemas[id]
        let isObject = !schema.properties.isEmpty
        return schema.oneOf.contains { !isShapeless($0, isObject: isObject) }
            || schema.anyOf.contains { !isShapeless($0, isObject: isObject) }
    }

    /// - Parameter isObject: whether the schema around this one says already that values are objects.
    private func isShapeless(_ id: SchemaID, isObject: Bool) -> Bool {
        let schema = schemas[id]
        return schema.reference == nil && schema.allOf.isEmpty && isConstraintAlone(id, withRequired: schema)
            && (schema.types == nil || (isObject && schema.types == .object))
    }

    private func isConstraintAlone(_ id: SchemaID, withRequired schema: Schema) -> Bool {
        schema.enumeration == nil && schema.properties.isEmpty && schema.patternProperties.isEmpty
            && schema.items == nil && schema.prefixItems.isEmpty && schema.format == nil && !schema.isNullable
            && !hasAlternatives(id) && schema.boolean == nil
    }
}
