import MartletOpenAPI
import MartletSource

extension ShapeFinder {
    func object(_ schema: MergedSchema) -> Shape {
        var schema = schema
        var unions: [AppliedSchemas] = []
        for owner in schema.alternatives {
            if !merge(alternativesOf: owner, into: &schema) { unions.append(union(besidePropertiesBy: owner)) }
        }
        if schema.properties.isEmpty, unions.isEmpty { return map(schema) }
        let additional = additional(schema)
        guard isAffordable(schema) else { return .any }
        let declared = schema.properties.map { property($0, of: schema) }
        return .structure(
            StructureShape(
                properties: declared + undeclared(schema, additional),
                additional: additional,
                unions: unions,
                isClosed: schema.isClosed,
                isInUnion: isInUnion(schema)
            )
        )
    }

    /// Whether the type of a schema can have all properties.
    private func isAffordable(_ schema: MergedSchema) -> Bool {
        guard let location = schema.schemas.last?.location else { return true }
        return flattening.takes(schema.properties.count, at: location, diagnostics)
    }

    private func property(_ property: MergedSchema.Property, of schema: MergedSchema) -> StructureShape.Property {
        let isRequired = schema.required.contains(property.name) && !property.isConditional
        let allowsNull = property.schemas.contains { schemas[schemas.resolved($0)].allowsNull }
        return StructureShape.Property(
            name: property.name,
            location: property.location,
            value: property.value,
            isRequired: isRequired && !corrections.apply(.optional, to: property.schemas, isNeeded: isRequired),
            isNullable: corrections.apply(.nullable, to: property.schemas, isNeeded: !allowsNull)
        )
    }

    /// The required properties that no schema declares. They can have any value that `additionalProperties` allows.
    private func undeclared(
        _ schema: MergedSchema,
        _ additional: StructureShape.Additional
    ) -> [StructureShape.Property] {
        var known = Set(schema.properties.map(\.name))
        var undeclared: [StructureShape.Property] = []
        for source in schema.schemas where !source.required.allSatisfy(known.contains) {
            known.formUnion(namesDeclared(around: source.id))
            let inherited = source.required.allSatisfy(known.contains) ? [] : namesDeclaredByHeirs(of: source.id)
            for name in source.required where known.insert(name).inserted {
                var value = AppliedSchemas([])
                if case .values(let values) = additional { value = values }
                undeclared.append(
                    StructureShape.Property(
                        name: name,
                        location: source.location,
                        value: value,
                        isRequired: !schema.isClosed,
                        isDeclared: false,
                        isDeclaredByHeirs: inherited.contains(name)
                    )
                )
            }
        }
        return undeclared
    }

    /// The names of the properties that a schema, those that it is part of, and all their parts declare; and those of the
    /// discriminators that select it.
    private func namesDeclared(around id: SchemaID) -> Set<SpecText> {
        var names = tagNames[id] ?? []
        var root = id
        while let parent = schemas.parent(of: root),
            (schemas[parent].allOf + schemas[parent].oneOf + schemas[parent].anyOf).contains(root)
        {
            root = parent
            names.formUnion(tagNames[root] ?? [])
        }
        var open = [root]
        var visited: Set<SchemaID> = []
        while let id = open.popLast() {
            guard visited.insert(id).inserted else { continue }
            let schema = schemas[id]
            names.formUnion(schema.properties.map(\.name))
            open += schema.allOf + schema.oneOf + schema.anyOf + schema.conditional
            if let target = schemas.target(of: id) { open.append(target) }
        }
        return names
    }

    /// The names of the properties that all schemas declare that build on a schema through `allOf`.
    private func namesDeclaredByHeirs(of id: SchemaID) -> Set<SpecText> {
        guard let heirs = heirs[id], let first = heirs.first else { return [] }
        var names = namesDeclared(around: first)
        for heir in heirs.dropFirst() where !names.isEmpty { names.formIntersection(namesDeclared(around: heir)) }
        return names
    }

    /// An object without known properties.
    private func map(_ schema: MergedSchema) -> Shape {
        switch additional(schema) {
        case .values(let values): .map(values: values)
        case .any: .map(values: nil)
        case .none where schema.isClosed:
            .structure(
                StructureShape(
                    properties: [],
                    additional: .none,
                    unions: [],
                    isClosed: true,
                    isInUnion: isInUnion(schema)
                )
            )
        case .none: .map(values: nil)
        }
    }

    /// The schema of additional values. Values for patterns of keys are typed if all have the same schema and the object has
    /// no other keys (JSON Schema 2020-12, 10.3.2.2 and 10.3.2.3).
    private func additional(_ schema: MergedSchema) -> StructureShape.Additional {
        var values: [SchemaID] = []
        let forbidsOthers = schema.schemas.contains(where: \.forbidsOthers)
        var isOpen = false
        for source in schema.schemas {
            values += source.patternProperties.map(\.value)
            switch source.additionalProperties {
            case .schema(let id) where schemas[id].boolean == nil && schemas[id].hasConstraints: values.append(id)
            case .schema, .allowed(true): isOpen = true
            case nil where source.hasPatternsForSomeKeys: isOpen = isOpen || !forbidsOthers
            case .allowed(false), nil: break
            }
        }
        guard let first = values.first else { return isOpen ? .any : .none }
        let isUniform = !isOpen && values.dropFirst().allSatisfy { schemas.resolved($0) == schemas.resolved(first) }
        return isUniform ? .values(AppliedSchemas(first)) : .any
    }

    // MARK: - Alternatives in addition to properties

    /// Merges the properties of unnamed alternatives, as optional properties.
    ///
    /// - Returns: Whether they could be merged: the alternatives are objects and agree on the properties that they
    ///   share.
    private func merge(alternativesOf owner: SchemaID, into schema: inout MergedSchema) -> Bool {
        let members = schemas[owner].oneOf + schemas[owner].anyOf
        guard schemas[owner].discriminator == nil else { return false }
        var merged = schema
        for member in members {
            let alternative = schemas[member]
            guard alternative.reference == nil, alternative.allOf.isEmpty, !hasAlternatives(member),
                alternative.types == nil || alternative.types == .object, !alternative.restrictsOthers,
                alternative.patternProperties.isEmpty, alternative.boolean == nil
            else { return false }
            for property in alternative.properties where merged.hasProperty(property.name) {
                if !schema.hasProperty(property.name) { return false }
            }
            merged.add(alternative, isConditional: true, self)
        }
        schema = merged
        return true
    }

    /// The alternatives of a schema as a union in the same JSON object as the properties.
    private func union(besidePropertiesBy owner: SchemaID) -> AppliedSchemas {
        let schema = schemas[owner]
        let isUnionAlone = schema.properties.isEmpty && schema.allOf.isEmpty && schema.reference == nil
        return isUnionAlone && schemas.isNamed(owner) ? AppliedSchemas(owner) : AppliedSchemas(owner, .alternatives)
    }
}

extension MergedSchema {
    /// Whether unknown keys are forbidden.
    fileprivate var isClosed: Bool {
        schemas.contains { $0.forbidsOthers && $0.patternProperties.isEmpty }
    }
}

extension Schema {
    /// Whether keys are forbidden that the schema does not list and that match none of its patterns.
    fileprivate var forbidsOthers: Bool {
        if case .allowed(false) = additionalProperties { true } else { false }
    }

    /// Whether the schema has patterns of keys, and keys may match none of them.
    fileprivate var hasPatternsForSomeKeys: Bool {
        let patternsForAll: [SpecText] = ["", ".", ".*", ".+", "^.*", "^.*$", "^.+$"]
        return !patternProperties.isEmpty && !patternProperties.contains { patternsForAll.contains($0.name) }
    }

    /// Whether the schema states anything of properties that it doesn't list. To allow them is the default (JSON
    /// Schema 2020-12 Core, 10.3.2.3).
    fileprivate var restrictsOthers: Bool {
        switch additionalProperties {
        case nil, .allowed(true): false
        case .allowed(false), .schema: true
        }
    }

    /// Whether the schema has any keyword that restricts values.
    fileprivate var hasConstraints: Bool { hasShape || reference != nil || !allOf.isEmpty }
}
