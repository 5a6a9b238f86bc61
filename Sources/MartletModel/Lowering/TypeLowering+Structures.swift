import MartletOpenAPI
import MartletSource

extension TypeLowering {
    /// The properties of an object.
    ///
    /// - Parameters:
    ///   - secrets: The names of the properties that the configuration declares secret.
    ///   - scope: The scope for nested types.
    func structure(_ shape: StructureShape, secrets: Set<SpecText>, in scope: inout TypeScope) -> Structure {
        let properties = shape.properties.filter { $0.isIncluded(finder.direction(of: $0.value), scope.direction) }
        var allocator = NameAllocator(reserved: ReservedWords.members)
        let own =
            scope.enclosingSchema.flatMap { schemas.componentName(of: $0) }.map { options.names.properties[$0] ?? [:] }
            ?? [:]
        let isTop = scope.path.count == 1
        let names = allocator.names(properties.map(\.name)) { name in
            if isTop, let name = own[name] { return name }
            let identifier = Identifier.member(Words(name))
            return ReservedWords.members.contains(identifier.text) ? identifier.suffixed("Value") : identifier
        }
        // Their types take names in an order that another order in the document doesn't change.
        var lowered: [SpecText: Property] = [:]
        for property in properties.sorted(by: { ($0.rank(finder), $0.name) < ($1.rank(finder), $1.name) }) {
            lowered[property.name] = names[property.name].map {
                self.property(property, $0, isSecret: secrets.contains(property.name), in: &scope)
            }
        }
        let additional = additionalProperties(shape.additional, &allocator, in: &scope)
        let unions = shape.unions.map { union in flattenedUnion(union, &allocator, in: &scope) }
        return Structure(
            properties: properties.compactMap { lowered[$0.name] },
            additionalProperties: additional,
            flattenedUnions: unions,
            nested: scope.declarations.sorted { $0.location < $1.location }
        )
    }

    private func property(
        _ property: StructureShape.Property,
        _ name: Identifier,
        isSecret: Bool,
        in scope: inout TypeScope
    ) -> Property {
        scope.preferredName = .init(property.name)
        let use = use(of: property.value, in: &scope)
        let schema = schemas[property.value.schemas[property.value.schemas.count - 1]]
        let resolved = schemas[schemas.resolved(schema.id)]
        let direction = finder.direction(of: property.value)
        // In a type for both directions, a property for one of them is absent in the other.
        let isOneWay = direction != .both && scope.direction == .both
        let isRequired = property.isRequired && !isOneWay
        let facts = property.value.schemas.map { schemas[$0] }
        let onlyValue = property.value.schemas.lazy.compactMap { self.schemas[self.schemas.resolved($0)].onlyValue }
            .first
        return Property(
            name: name,
            wireName: property.name,
            type: use.type,
            format: schema.format ?? resolved.format,
            presence: use.isNullable
                ? isRequired ? .requiredNullable : .optionalNullable : isRequired ? .required : .optional,
            direction: isOneWay ? direction : .both,
            isSecret: isSecret
                || facts.contains { ($0.format ?? schemas[schemas.resolved($0.id)].format) == "password" },
            isDeprecated: facts.contains(where: \.isDeprecated),
            hasUniqueItems: facts.contains(where: \.hasUniqueItems),
            description: schema.description ?? schema.title.flatMap { $0.spells(property.name) ? nil : $0 },
            defaultValue: (onlyValue ?? facts.lazy.compactMap(\.defaultValue).first).map { values.value(of: $0) },
            isConstant: onlyValue != nil,
            isConstantByDefault: facts.contains { $0.isConstantByDefault },
            example: (schema.examples.first ?? resolved.examples.first).map { values.value(of: $0) }
        )
    }

    private func additionalProperties(
        _ additional: StructureShape.Additional,
        _ allocator: inout NameAllocator,
        in scope: inout TypeScope
    ) -> Structure.AdditionalProperties? {
        let type: TypeReference
        switch additional {
        case .none: return nil
        case .any: type = .json
        case .values(let values):
            scope.preferredName = .init(.type(Words("additional property")))
            type = use(of: values, in: &scope).element
        }
        return .init(name: allocator.name(.member(Words("additional properties"))), value: type)
    }

    /// The property for a union that is encoded in the same JSON object.
    private func flattenedUnion(
        _ union: AppliedSchemas,
        _ allocator: inout NameAllocator,
        in scope: inout TypeScope
    ) -> Structure.FlattenedUnion {
        scope.preferredName = .init(.type(Words("variant")))
        let type = use(of: union, in: &scope).type
        var preferredName = Identifier.member(Words("variant"))
        if case .named(let name) = type { preferredName = .member(Words(SpecText(name.last.text))) }
        return Structure.FlattenedUnion(
            name: allocator.name(preferredName),
            type: type,
            keys: finder.traits(of: union).properties
        )
    }
}

extension Schema {
    /// The value of `const`, or of an enum with one value, which means the same (JSON Schema 2020-12 Validation, 6.1.3).
    fileprivate var onlyValue: Node? {
        guard let enumeration, enumeration.count == 1 else { return nil }
        return enumeration[0]
    }

    /// Whether the only value is also the default.
    fileprivate var isConstantByDefault: Bool {
        guard let defaultValue, let enumeration, enumeration.count == 1 else { return false }
        return enumeration[0].isEqual(to: defaultValue)
    }
}

extension SpecText {
    /// Whether the text has only the words of a name: the title `Shelf Id` of `shelf_id`.
    fileprivate func spells(_ name: SpecText) -> Bool {
        Words(self).screamingSnakeCase == Words(name).screamingSnakeCase
    }
}

extension StructureShape.Property {
    /// The priority in the choice of names for types, lower first: that of a list's elements is made from the list's.
    fileprivate func rank(_ finder: ShapeFinder) -> Int {
        if case .array = finder.resolvedShape(of: value) { 1 } else { 0 }
    }

    /// Whether a type for this direction includes the property.
    fileprivate func isIncluded(_ direction: Property.Direction, _ directions: MessageDirection) -> Bool {
        switch direction {
        case .both: true
        case .readOnly: directions.contains(.response)
        case .writeOnly: directions.contains(.request)
        }
    }
}
