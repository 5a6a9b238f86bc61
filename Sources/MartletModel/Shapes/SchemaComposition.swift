import MartletOpenAPI
import MartletSource

/// The schemas that apply to a value, with `allOf` and references flattened as far as necessary.
struct SchemaComposition {
    /// The schemas with keywords of their own; those in `allOf` come before the schema that contains them.
    private(set) var own: [SchemaID] = []
    /// The named schema that the value can be reduced to; `nil` if there is none.
    private(set) var reference: SchemaID?
    /// Whether the schema itself, rather than one in `allOf` or the target of a reference, allows null.
    private(set) var statesNull: Bool

    private let schemas: SchemaGraph
    /// The schemas of files, which may have no keywords.
    private let fileSchemas: Set<SchemaID>
    private var visited: Set<SchemaID> = []

    init(_ value: AppliedSchemas, _ finder: ShapeFinder) {
        schemas = finder.schemas
        fileSchemas = finder.fileSchemas
        let outer = value.schemas.map { finder.schemas[$0] }
        statesNull =
            outer.contains(where: \.allowsNull)
            && (outer.count == 1
                || !outer.contains { $0.forbidsNull || finder.schemas[finder.schemas.resolved($0.id)].forbidsNull })
        // Most schemas have neither `allOf` nor a reference.
        if value.schemas.count == 1, schemas.target(of: value.schemas[0]) == nil,
            schemas[value.schemas[0]].allOf.isEmpty
        {
            addOwn(value.schemas[0])
            return
        }
        if value.types == nil, value.aspect == .whole, value.conditional.isEmpty {
            var targets: [SchemaID] = []
            for schema in value.schemas { collect(schema, &targets) }
            if targets.count == 1, own.allSatisfy(finder.isConstraintOnly),
                !value.schemas.contains(where: { finder.builds($0, on: targets[0]) }),
                !own.contains(where: { finder.bounds(of: $0, exceed: targets[0]) })
            {
                reference = targets[0]
                return
            }
        }
        // Flattens the targets of references too.
        own = []
        visited = []
        for schema in value.schemas { take(schema) }
    }

    /// Flattens `allOf` and collects the targets of references.
    private mutating func collect(_ id: SchemaID, _ targets: inout [SchemaID]) {
        guard visited.insert(id).inserted else { return }
        let schema = schemas[id]
        if let target = schemas.target(of: id).map(schemas.adopted), !targets.contains(target) {
            targets.append(target)
        }
        for member in schema.allOf { collect(member, &targets) }
        addOwn(id)
    }

    /// Flattens `allOf` and references.
    private mutating func take(_ id: SchemaID) {
        guard visited.insert(id).inserted else { return }
        let schema = schemas[id]
        if let target = schemas.target(of: id) { take(target) }
        for member in schema.allOf { take(member) }
        addOwn(id)
    }

    private mutating func addOwn(_ id: SchemaID) {
        let schema = schemas[id]
        if schema.hasShape || !schema.bounds.isEmpty || fileSchemas.contains(id) { own.append(id) }
    }
}

extension Schema {
    /// Whether the schema allows null.
    var allowsNull: Bool { isNullable || types?.contains(.null) == true }

    /// Whether the schema forbids null, rather than saying nothing of it.
    var forbidsNull: Bool {
        if allowsNull || enumeration?.contains(where: \.isNull) == true { return false }
        return types != nil || enumeration != nil || !properties.isEmpty || additionalProperties != nil
            || !patternProperties.isEmpty || items != nil || !prefixItems.isEmpty
    }

    /// Whether the schema has keywords that describe a shape, in addition to references and `allOf`.
    var hasShape: Bool {
        boolean == false || types != nil || enumeration != nil || !properties.isEmpty || !required.isEmpty
            || additionalProperties != nil || !patternProperties.isEmpty || items != nil || !prefixItems.isEmpty
            || !oneOf.isEmpty || !anyOf.isEmpty || isNullable || !conditional.isEmpty || format != nil
            || contentEncoding != nil
    }
}

extension ShapeFinder {
    /// Whether a schema only restricts values, and adds nothing to the type that another schema describes.
    func isConstraintOnly(_ id: SchemaID) -> Bool {
        let schema = schemas[id]
        if case .schema = schema.additionalProperties { return false }
        return schema.enumeration == nil && schema.properties.isEmpty && schema.required.isEmpty
            && schema.patternProperties.isEmpty && schema.items == nil && schema.prefixItems.isEmpty
            && schema.conditional.isEmpty && schema.format == nil && schema.contentEncoding == nil
            && !hasAlternatives(id)
    }

    /// Whether values within the limits of a schema exceed the type of a named one.
    func bounds(of id: SchemaID, exceed target: SchemaID) -> Bool {
        guard !schemas[id].bounds.isEmpty, case .scalar(let type) = resolvedShape(of: AppliedSchemas(target)) else {
            return false
        }
        return !schemas[id].bounds.allSatisfy(type.holds)
    }

    /// Whether a schema lists alternatives of different shapes. Often `oneOf` and `anyOf` only state which properties
    /// are required together, which the server validates.
    func hasAlternatives(_ id: SchemaID) -> Bool {
        let schema = schemas[id]
        let isObject = !schema.properties.isEmpty
        return schema.oneOf.contains { !isShapeless($0, isObject: isObject) }
            || schema.anyOf.contains { !isShapeless($0, isObject: isObject) }
    }

    /// - Parameter isObject: Whether the enclosing schema states already that values are objects.
    private func isShapeless(_ id: SchemaID, isObject: Bool) -> Bool {
        let schema = schemas[id]
        return schema.reference == nil && schema.allOf.isEmpty && isConstraintOnly(id, withRequired: schema)
            && (schema.types == nil || (isObject && schema.types == .object))
    }

    private func isConstraintOnly(_ id: SchemaID, withRequired schema: Schema) -> Bool {
        schema.enumeration == nil && schema.properties.isEmpty && schema.patternProperties.isEmpty
            && schema.items == nil && schema.prefixItems.isEmpty && schema.format == nil && !schema.isNullable
            && !hasAlternatives(id) && schema.boolean == nil
    }
}
