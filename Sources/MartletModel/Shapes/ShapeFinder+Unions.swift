import MartletOpenAPI
package import MartletSource

extension ShapeFinder {
    /// The shape of a schema that consists of alternatives; `nil` without alternatives, or with properties of its own.
    func union(_ schema: MergedSchema) -> NullableShape? {
        guard let owner = schema.alternatives.first, schema.properties.isEmpty || isBuiltOn(owner) else { return nil }
        if schema.alternatives.count > 1 {
            // Several lists of alternatives can apply at once only to an object, each describing some of its
            // properties.
            let canBeObject = schema.alternatives.allSatisfy { owner in
                let kinds = traits(of: AppliedSchemas(owner, .alternatives)).kinds
                return kinds.isEmpty || kinds.contains(.object)
            }
            guard canBeObject else { return NullableShape(shape: .any, isNullable: schema.isNullable) }
            return schema.types == .object || schema.types == nil
                ? NullableShape(shape: object(schema), isNullable: schema.isNullable) : nil
        }
        var union = alternatives(of: owner, types: schema.types)
        let isForbidden = schema.schemas.contains { $0.id != owner && $0.forbidsNull }
        union.isNullable = union.isNullable && !isForbidden || schema.isNullable
        return union
    }

    /// Whether all alternatives of a schema build on the schema itself, so that they include its properties.
    private func isBuiltOn(_ owner: SchemaID) -> Bool {
        (schemas[owner].oneOf + schemas[owner].anyOf).allSatisfy { schemas.isCycle($0, owner) }
    }

    /// The union of the alternatives of a schema.
    ///
    /// - Parameter types: The JSON types that the schema states, for alternatives that state none.
    func alternatives(of owner: SchemaID, types: Schema.Types? = nil) -> NullableShape {
        let schema = schemas[owner]
        if !schema.oneOf.isEmpty, !schema.anyOf.isEmpty {
            diagnostics.report(.warning(.twoUnions, at: schema.location))
        }
        let members = schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
        var variants: [AppliedSchemas] = []
        var isNullable = false
        var allowsAnything = false
        for id in members {
            let member = schemas[id]
            if schemas.isNullOnly(id) {
                isNullable = true
                continue
            }
            let statesNothing =
                member.types == nil && member.reference == nil && member.allOf.isEmpty
                && member.enumeration == nil && !hasAlternatives(id)
            let value = AppliedSchemas([id], types: statesNothing ? types : nil)
            let shape = shape(of: value)
            isNullable = isNullable || shape.isNullable
            switch shape.shape {
            case .any where !schemas.isNamed(id): allowsAnything = true
            case .union(let inner) where member.reference == nil && schemas[inner.owner].discriminator == nil:
                variants += inner.variants
                allowsAnything = allowsAnything || inner.allowsAnything
            default: variants.append(value)
            }
        }
        let isInclusive = schema.oneOf.isEmpty
        if isInclusive, !allowsAnything, schema.discriminator == nil, let structure = joined(variants) {
            return NullableShape(shape: .structure(structure), isNullable: isNullable)
        }
        var union = unionShape(owner, variants, isInclusive: isInclusive, allowsAnything: allowsAnything)
        union.isNullable = union.isNullable || isNullable
        return union
    }

    /// One object with the properties of all variants, if these are objects that share properties and agree on them:
    /// several can apply at once (JSON Schema 2020-12 Core, 10.2.1.2). `nil` for others.
    private func joined(_ variants: [AppliedSchemas]) -> StructureShape? {
        guard variants.count > 1 else { return nil }
        var structures: [StructureShape] = []
        for variant in variants {
            guard case .structure(let structure) = resolvedShape(of: variant), structure.unions.isEmpty,
                case .none = structure.additional, !structure.isClosed
            else { return nil }
            structures.append(structure)
        }
        var found: [SpecText: [StructureShape.Property]] = [:]
        var names: [SpecText] = []
        for property in structures.flatMap(\.properties) {
            if let known = found[property.name]?.first {
                guard hasSameType(known.value, property.value) else { return nil }
            } else {
                names.append(property.name)
            }
            found[property.name, default: []].append(property)
        }
        guard names.count < structures.reduce(0, { $0 + $1.properties.count }) else { return nil }
        let properties = names.compactMap { name -> StructureShape.Property? in
            guard let same = found[name], let first = same.first else { return nil }
            return StructureShape.Property(
                name: name,
                location: first.location,
                value: first.value,
                isRequired: same.count == structures.count && same.allSatisfy(\.isRequired),
                isNullable: same.contains(where: \.isNullable),
                isDeclared: first.isDeclared
            )
        }
        return StructureShape(
            properties: properties, additional: .none, unions: [], isClosed: false, isInUnion: false)
    }

    /// Whether two values have one type without any doubt, and are not constants that differ.
    func hasSameType(_ left: AppliedSchemas, _ right: AppliedSchemas) -> Bool {
        if left == right { return true }
        guard constants(of: left) == constants(of: right) else { return false }
        return switch (shape(of: left).shape, shape(of: right).shape) {
        case (.scalar(let left), .scalar(let right)): left == right
        case (.reference(let left), .reference(let right)): left == right
        case (.array(let left?), .array(let right?)), (.map(let left?), .map(let right?)): hasSameType(left, right)
        default: false
        }
    }

    /// A union, or the shape of the only variant.
    func unionShape(
        _ owner: SchemaID,
        _ variants: [AppliedSchemas],
        isInclusive: Bool,
        allowsAnything: Bool
    ) -> NullableShape {
        let variants = distinct(variants)
        if variants.isEmpty { return NullableShape(shape: .any) }
        if variants.count == 1, !allowsAnything { return shape(of: variants[0]) }
        return NullableShape(
            shape: .union(
                UnionShape(
                    owner: owner,
                    variants: variants,
                    isInclusive: isInclusive,
                    allowsAnything: allowsAnything
                )
            )
        )
    }

    // MARK: - Overlapping variants

    /// The variants without those that another one includes, such as a date when another one is any text.
    private func distinct(_ variants: [AppliedSchemas]) -> [AppliedSchemas] {
        // If all variants are constants and enumerations, they form one larger enumeration.
        if variants.count > 1, variants.allSatisfy({ enumeratedSchema($0) != nil }) {
            return [AppliedSchemas(variants.compactMap { enumeratedSchema($0) }, .anyEnumeration)]
        }
        var strings: [(offset: Int, kind: StringKind)] = []
        var numbers: [(offset: Int, type: TypeReference)] = []
        var removed: Set<Int> = []
        var replacements: [Int: AppliedSchemas] = [:]
        var known: Set<AppliedSchemas> = []
        for (offset, variant) in variants.enumerated() {
            if !known.insert(variant).inserted { removed.insert(offset) }
            switch resolvedShape(of: variant) {
            case .scalar(.string):
                strings.append((offset, enumeratedSchema(variant) == nil ? .plain : .enumeration))
            case .scalar(let type) where type.isText: strings.append((offset, .formatted))
            case .enumeration(let enumeration) where enumeration.rawValue == .string:
                strings.append((offset, .enumeration))
            case .scalar(let type) where type.isNumber:
                numbers.append((offset, type))
            case .scalar(.boolean): numbers.append((offset, .boolean))
            default: break
            }
        }
        strings.removeAll { removed.contains($0.offset) }
        let enumerations = strings.filter { $0.kind == .enumeration }.map(\.offset)
        let hasOthers = variants.indices.contains { index in
            !removed.contains(index) && !strings.contains { $0.offset == index }
        }
        // A constant is an enumeration of one value (JSON Schema 2020-12 Validation, 6.1.3).
        if hasOthers, enumerations.count == 1, let first = enumerations.first, isInline(variants[first]),
            let schema = enumeratedSchema(variants[first])
        {
            replacements[first] = AppliedSchemas([schema], .anyEnumeration)
        }
        if strings.count > 1 {
            if enumerations.count > 1 {
                // Several enumerations form one larger one.
                let schemas = enumerations.compactMap { enumeratedSchema(variants[$0]) }
                replacements[enumerations[0]] = AppliedSchemas(schemas, .anyEnumeration)
                removed.formUnion(enumerations.dropFirst())
            }
            if let plain = strings.first(where: { $0.kind == .plain }) {
                // Enumerations are open: they accept any text. Without one, plain text does. Where the values are cases beside
                // other types, it is one more case.
                let isFlat =
                    hasOthers && enumerations.first.map { enumerations.count > 1 || isInline(variants[$0]) } == true
                let kept = enumerations.first ?? plain.offset
                removed.formUnion(
                    strings.map(\.offset).filter { $0 != kept && !(isFlat && $0 == plain.offset) })
            }
        }
        // One variant for each type is sufficient. Every integer is a number, but a double holds no more than 53 bits.
        let types = Set(numbers.map(\.type))
        var knownTypes: Set<TypeReference> = []
        for number in numbers {
            let isRepeated = !knownTypes.insert(number.type).inserted
            let isIncluded =
                number.type.isInteger
                && (types.contains(.decimal) || types.contains(.double) && number.type == .int32)
            if isRepeated || isIncluded { removed.insert(number.offset) }
        }
        return variants.indices.filter { !removed.contains($0) }.map { replacements[$0] ?? variants[$0] }
    }

    /// The schema of a variant with `enum` or `const`, directly or through a reference.
    private func enumeratedSchema(_ variant: AppliedSchemas) -> SchemaID? {
        guard variant.schemas.count == 1, variant.aspect == .whole else { return nil }
        let schema = schemas[schemas.resolved(variant.schemas[0])]
        return schema.enumeration?.isEmpty == false && schema.properties.isEmpty ? schema.id : nil
    }

    /// Whether a variant stands in the union itself.
    private func isInline(_ variant: AppliedSchemas) -> Bool {
        variant.single.map { !schemas.isNamed($0) && schemas[$0].reference == nil } ?? false
    }

    private enum StringKind {
        case plain, formatted, enumeration
    }
}

extension ShapeFinder {
    /// The schema whose annotations describe a value too: what is inline beside null in `anyOf: [X, {type: "null"}]` (JSON Schema
    /// 2020-12 Core, 7.7).
    func annotated(by schema: Schema) -> Schema? {
        let members = schema.oneOf + schema.anyOf
        let others = members.filter { !schemas.isNullOnly($0) }.map { schemas[$0] }
        return others.count == 1 && members.count == 2 && others[0].reference == nil ? others[0] : nil
    }
}

extension SchemaGraph {
    /// Whether null is the only value of a schema, or of the one that it refers to.
    func isNullOnly(_ id: SchemaID) -> Bool {
        let schema = self[resolved(id)]
        return schema.types == .null
            || (schema.enumeration.map { !$0.isEmpty && $0.allSatisfy { $0.isNull } } ?? false)
    }
}

extension TypeReference {
    /// Whether values are strings in JSON.
    var isText: Bool {
        switch self {
        case .dateTime, .date, .uuid, .data: true
        default: false
        }
    }

    var isInteger: Bool {
        switch self {
        case .int32, .int64, .uint64: true
        default: false
        }
    }

    var isNumber: Bool {
        switch self {
        case .float, .double, .decimal: true
        default: isInteger
        }
    }
}

extension Diagnostic.Message {
    package static let twoUnions = Self(.ignoredPart, "the schema has both oneOf and anyOf; only oneOf is used")
}
