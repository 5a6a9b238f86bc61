import MartletOpenAPI
package import MartletSource

/// The keywords of several schemas that hold at once, as if one schema had them.
struct MergedSchema {
    /// The schemas, those that others build on first.
    let parts: [Schema]
    /// The kinds of values that all schemas which name some allow, without null; `nil` when none names any.
    private(set) var types: Schema.Types?
    let isNullable: Bool
    /// The members of `enum` or `const` that all schemas with such a keyword allow; `nil` when none has one.
    let enumeration: [Node]?
    /// Names that must be there.
    let required: Set<SpecText>
    /// The properties in order, each with all schemas that hold for it.
    private(set) var properties: [Property] = []
    /// Schemas with alternatives that differ in shape.
    let alternatives: [SchemaID]

    struct Property {
        let name: SpecText
        let location: Location
        var schemas: [SchemaID]
        /// Whether the property is there under a condition only.
        let isConditional: Bool
    }

    init(_ parts: SchemaParts, _ value: Conjunction, _ finder: ShapeFinder) {
        let schemas = parts.own.map { finder.schemas[$0] }
        self.parts = schemas
        var types: Schema.Types?
        for schema in schemas {
            guard let stated = schema.types?.subtracting(.null).closed else { continue }
            guard let common = types?.intersection(stated) else {
                types = stated
                continue
            }
            if common.isEmpty, !stated.isEmpty, types != [] {
                finder.diagnostics.report(.warning(.contradiction, at: schema.location))
            }
            types = common
        }
        if let meant = value.types { types = types.map { $0.intersection(meant) } ?? meant }
        self.types = types.map { $0.contains(.number) ? $0.subtracting(.integer) : $0 }
        isNullable = parts.statesNull || (!schemas.isEmpty && schemas.allSatisfy { $0.allowsNull })
        enumeration = Self.commonMembers(schemas)
        required = Set(schemas.flatMap(\.required))
        // A schema may list those that build on it. For them it is what they build on, and no choice between them.
        let roots = value.schemas
        alternatives = schemas.map(\.id).filter { id in
            finder.hasAlternatives(id)
                && (roots.contains(id) || !roots.contains { finder.schemas.isCircle($0, id) })
        }
        properties.reserveCapacity(schemas.reduce(0) { $0 + $1.properties.count })
        for schema in schemas {
            add(schema, isConditional: false)
            for branch in schema.conditional { add(finder.schemas[branch], isConditional: true) }
        }
    }

    /// Takes over properties; of a name that is there already, the schemas hold at once.
    mutating func add(_ schema: Schema, isConditional: Bool) {
        for property in schema.properties {
            if let index = properties.firstIndex(where: { $0.name == property.name }) {
                if !properties[index].schemas.contains(property.value), !isConditional {
                    properties[index].schemas.append(property.value)
                }
            } else {
                properties.append(
                    Property(
                        name: property.name,
                        location: property.location,
                        schemas: [property.value],
                        isConditional: isConditional
                    )
                )
            }
        }
    }

    /// What values must be, going by the keywords, when no schema names their kinds.
    var impliedTypes: Schema.Types {
        if !properties.isEmpty { return .object }
        for part in parts {
            if part.additionalProperties != nil || !part.patternProperties.isEmpty { return .object }
            if part.items != nil || !part.prefixItems.isEmpty { return .array }
            if part.contentEncoding != nil { return .string }
        }
        return []
    }

    private static func commonMembers(_ schemas: [Schema]) -> [Node]? {
        var members: [Node]?
        for schema in schemas {
            // An empty one allows nothing, and nobody means that.
            guard let enumeration = schema.enumeration, !enumeration.isEmpty else { continue }
            guard let known = members else {
                members = enumeration
                continue
            }
            let common = known.filter { member in enumeration.contains { $0.isEqual(to: member) } }
            // A contradiction leaves no value at all; then the schema that builds on the others is right.
            members = common.isEmpty ? enumeration : common
        }
        return members
    }
}

extension Schema.Types {
    /// With the integers, which are numbers as well.
    fileprivate var closed: Schema.Types { contains(.number) ? union(.integer) : self }
}

extension Diagnostic.Message {
    package static let contradiction: Self = """
        no value can be of this type and of those that it must have by allOf as well; any value is accepted
        """
}
