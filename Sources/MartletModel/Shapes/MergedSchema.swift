import MartletOpenAPI
package import MartletSource

/// The keywords of several schemas that apply at once, as if they were one schema.
struct MergedSchema {
    /// The schemas; those in `allOf` come before the schema that contains them.
    let schemas: [Schema]
    /// The JSON types, without null, that all schemas with `type` allow; `nil` when none has it.
    private(set) var types: Schema.Types?
    let isNullable: Bool
    /// The values that all schemas with `enum` or `const` allow; `nil` when none has them.
    let enumeration: [Node]?
    /// The required properties.
    let required: Set<SpecText>
    /// The properties in order, each with all schemas that apply to it.
    private(set) var properties: [Property] = []
    private var propertyIndices: [SpecText: Int] = [:]
    /// The schemas whose properties have been added.
    private var added: Set<SchemaID> = []
    /// The schemas with `oneOf` or `anyOf` of different shapes.
    let alternatives: [SchemaID]
    /// The schemas that apply under a condition.
    private let conditional: [Schema]

    struct Property {
        let name: SpecText
        let location: Location
        var schemas: [SchemaID]
        /// The schemas that apply under a condition besides.
        var conditional: [SchemaID] = []
        /// Whether the property is present only under a condition.
        var isConditional: Bool
        /// Whether only one of the schemas applies, each under its own condition.
        var isVaried = false

        /// The schemas that apply to the property's values.
        var value: AppliedSchemas {
            AppliedSchemas(schemas, isVaried ? .anySchema : .whole, conditional: conditional)
        }
    }

    init(_ composition: SchemaComposition, _ value: AppliedSchemas, _ finder: ShapeFinder) {
        let schemas = composition.own.map { finder.schemas[$0] }
        self.schemas = schemas
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
        // Every integer is a number, but a document that lists both distinguishes them.
        let listsBoth = schemas.contains { $0.types?.isSuperset(of: [.integer, .number]) == true }
        self.types = types.map { $0.contains(.number) && !listsBoth ? $0.subtracting(.integer) : $0 }
        isNullable =
            composition.statesNull || schemas.contains(where: \.allowsNull) && !schemas.contains(where: \.forbidsNull)
        enumeration = Self.commonMembers(schemas, finder.diagnostics)
        required = Set(schemas.flatMap(\.required))
        // A base schema can list its subtypes. To a subtype it is a base, not a choice between subtypes.
        let roots = value.schemas
        alternatives = schemas.map(\.id).filter { id in
            finder.hasAlternatives(id)
                && (roots.contains(id) || !roots.contains { finder.schemas.isCycle($0, id) })
        }
        conditional = value.conditional.flatMap { finder.parts(of: $0) }
        properties.reserveCapacity(schemas.reduce(0) { $0 + $1.properties.count })
        for schema in schemas {
            add(schema, isConditional: false, finder)
            for branch in schema.conditional { add(finder.schemas[branch], isConditional: true, finder) }
        }
        for schema in conditional { add(schema, isConditional: true, finder) }
    }

    /// Whether one of the schemas has a property of the name.
    func hasProperty(_ name: SpecText) -> Bool { propertyIndices[name] != nil }

    /// Adds properties. When a property exists already, both schemas apply to it, or one of them under a condition.
    mutating func add(_ schema: Schema, isConditional: Bool, _ finder: ShapeFinder) {
        guard added.insert(schema.id).inserted else { return }
        for property in schema.properties {
            if let index = propertyIndices[property.name] {
                let known = properties[index]
                if !isConditional {
                    properties[index].isConditional = false
                    if known.isVaried {
                        properties[index].isVaried = false
                        properties[index].conditional += known.schemas
                        properties[index].schemas = []
                    }
                    properties[index].schemas.append(property.value)
                } else if known.isConditional,
                    known.schemas.contains(where: { finder.needTypesOfTheirOwn($0, property.value) })
                {
                    properties[index].isVaried = true
                    properties[index].schemas.append(property.value)
                } else if finder.adds(property.value, to: known.schemas + known.conditional) {
                    properties[index].conditional.append(property.value)
                }
            } else {
                propertyIndices[property.name] = properties.count
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

    /// The schemas of an array's elements.
    var items: AppliedSchemas? {
        let items = schemas.compactMap(\.items)
        return items.isEmpty ? nil : AppliedSchemas(items, conditional: conditional.compactMap(\.items))
    }

    /// The JSON types that other keywords imply, for schemas without `type`.
    var impliedTypes: Schema.Types {
        if !properties.isEmpty { return .object }
        for schema in schemas {
            if schema.additionalProperties != nil || !schema.patternProperties.isEmpty { return .object }
            if schema.items != nil || !schema.prefixItems.isEmpty { return .array }
            if schema.contentEncoding != nil { return .string }
        }
        return []
    }

    private static func commonMembers(_ schemas: [Schema], _ diagnostics: DiagnosticCollector) -> [Node]? {
        var members: [Node]?
        for schema in schemas {
            // An empty `enum` would allow no value, which is never intended.
            guard let enumeration = schema.enumeration, !enumeration.isEmpty else { continue }
            guard let known = members else {
                members = enumeration
                continue
            }
            let scalars = Set(enumeration.compactMap(\.comparable))
            let others = enumeration.filter { $0.comparable == nil }
            let common = known.filter { member in
                member.comparable.map(scalars.contains) ?? others.contains { $0.isEqual(to: member) }
            }
            if common.isEmpty {
                // No value is in both. A derived schema replaces a constant of its base, and adds to other values.
                diagnostics.report(
                    .warning(schema.isConstant ? .impossibleConstant : .disjointEnumerations, at: schema.location))
                members = schema.isConstant ? enumeration : known + enumeration
            } else {
                members = common
            }
        }
        return members
    }
}

extension Schema.Types {
    /// The types with `integer` added to `number`, which includes it.
    fileprivate var closed: Schema.Types { contains(.number) ? union(.integer) : self }
}

extension Diagnostic.Message {
    package static let disjointEnumerations = Self(
        .enumValue,
        """
        no value is in this enum and in that of another schema in allOf; the values of both are used
        """)

    package static let impossibleConstant = Self(
        .contradiction,
        """
        this constant is not among the values that another schema in allOf lists, so that no value is valid; the constant is \
        used
        """)

    package static let contradiction = Self(
        .contradiction,
        """
        no value can have this type and the types that allOf requires; any value is accepted
        """)
}
