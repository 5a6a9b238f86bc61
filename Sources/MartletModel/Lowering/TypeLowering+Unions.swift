import MartletOpenAPI
package import MartletSource

extension TypeLowering {
    /// A union for `oneOf`, or an overlap for `anyOf`, where a value can have several types (JSON Schema 2020-12 Core,
    /// 10.2.1).
    func union(_ shape: UnionShape, in scope: inout TypeScope) -> Declaration.Kind {
        let wholes = shape.variants.map { finder.traits(of: $0) }
        let traits = wholes.map { $0.restricted(to: scope.direction) }
        let shapes = shape.variants.map { finder.resolvedShape(of: $0) }
        let tags = UnionTags(shape, traits, finder)
        let objects = traits.indices.filter { traits[$0].isObject }
        let untold = objects.filter { tags?.tags[$0].isEmpty ?? true }
        let isOverlap = shape.isInclusive && tags?.isStated != true && objects.count > 1 && !untold.isEmpty

        // Both directions have the same names.
        var names = UnionCaseNames(shape, shapes, wholes, tags, isOverlap: isOverlap, self)
        var cases: [Int: Union.Case] = [:]
        var listed: [(enumeration: EnumerationShape, schemas: [SchemaID])] = []
        for index in shape.variants.indices {
            // Values that stand in the union itself are cases of it, however many there are.
            if !isOverlap, case .enumeration(let enumeration) = finder.shape(of: shape.variants[index]).shape {
                listed.append((enumeration, shape.variants[index].schemas))
            } else {
                let needsTag = tags?.isAdded(to: index, shapes[index], traits[index]) ?? false
                cases[index] = names.lowered(index, needsTag: needsTag, in: &scope)
            }
        }
        let values = listed.flatMap { names.listed($0.enumeration, owners: scope.owners + $0.schemas) }
        let matching = isOverlap ? nil : UnionMatching(tags, traits, shapes, finder)
        let required = (matching?.tests ?? []).map { ($0.variant, traits[$0.variant].required) }
        let foreign = ForeignKeys(
            isOverlap ? [] : shape.variants, required: Dictionary(uniqueKeysWithValues: required),
            at: schemas[shape.owner].location, finder)
        if matching?.isUntold == true || foreign.isUntold {
            let limit = UnionMatching.maximumKeys
            diagnostics.report(.warning(.untoldAlternatives(limit), at: schemas[shape.owner].location))
        } else if matching?.isAmbiguous == true {
            diagnostics.report(.note(.ambiguousUnion, at: schemas[shape.owner].location))
        }
        let union = Union(
            cases: shape.variants.indices.compactMap { cases[$0] },
            values: values,
            literals: isOverlap
                ? []
                : literals(
                    shape.variants.indices.compactMap { index in
                        cases[index].map { ($0, shapes[index]) }
                    }),
            discriminator: !isOverlap && tags?.isDecisive == true ? tags?.property : nil,
            defaultCase: tags?.defaultVariant.flatMap { cases[$0]?.name },
            tests: (matching?.tests ?? []).compactMap { test in
                guard let name = cases[test.variant]?.name else { return nil }
                var conditions = test.conditions
                conditions.excludedInside = foreign.forbidden[test.variant] ?? []
                conditions.foreignInside = foreign.lost[test.variant] ?? []
                conditions.constant =
                    shapes[test.variant].isCollection
                    ? finder.constant(of: shape.variants[test.variant]) : nil
                return Union.Test(name: name, conditions: conditions)
            },
            isAmbiguous: matching?.isAmbiguous ?? false,
            isSecret: shape.variants.contains(where: secrets.contains),
            sharedKeys: isOverlap ? sharedKeys(traits.map(\.properties)) : [],
            sharedName: isOverlap && sharesKeys(traits.map(\.properties), beside: traits) ? names.sharedName : nil,
            nested: scope.declarations
        )
        return isOverlap ? .overlap(union) : .union(union)
    }

    /// The literals that make a value of a union: of those with the same literal, the first type has it.
    private func literals(_ cases: [(case: Union.Case, shape: Shape)]) -> [Union.LiteralForm] {
        var literals: [Union.LiteralForm] = []
        func add(_ kind: Union.LiteralForm.Kind, _ name: Identifier, _ type: TypeReference) {
            if !literals.contains(where: { $0.kind == kind }) {
                literals.append(.init(kind: kind, name: name, type: type))
            }
        }
        for (member, shape) in cases {
            switch shape {
            case .scalar(let type): type.literal.map { add($0, member.name, type) }
            case .array(let elements?):
                if case let element = finder.shape(of: elements), case .scalar(let type) = element.shape,
                    !element.isNullable, type.literal != nil
                {
                    add(.array, member.name, type)
                }
            default: break
            }
        }
        if let number = literals.first(where: { $0.kind == .number }),
            !literals.contains(where: { $0.kind == .integer })
        {
            add(.wholeNumber, number.name, number.type)
        }
        return literals
    }

    /// Whether several parts of an object may have the same keys: those that both declare, and those that one declares and
    /// another keeps as it keeps all.
    ///
    /// - Parameter parts: The parts that are types of their own.
    func sharesKeys(_ keys: [[SpecText]], beside parts: [ValueTraits]) -> Bool {
        keys.count > 1 && (!sharedKeys(keys).isEmpty || parts.contains(where: \.holdsOthers))
    }

    /// The keys that several parts of an object have: those that they declare and, where they keep unknown ones, all.
    func sharedKeys(_ keys: [[SpecText]]) -> [SpecText] {
        (options.unknownProperties == .keep ? keys + [keys.flatMap(\.self)] : keys).repeatedKeys
    }
}

extension Shape {
    fileprivate var isCollection: Bool {
        switch self {
        case .array, .map: true
        default: false
        }
    }
}

extension TypeReference {
    /// The kind of literal that makes exactly each value of the type.
    fileprivate var literal: Union.LiteralForm.Kind? {
        switch self {
        case .string: .string
        case .int32, .int64, .uint64: .integer
        case .float, .double: .number
        case .boolean: .boolean
        default: nil
        }
    }
}

extension Diagnostic.Message {
    package static let ambiguousUnion = Self(
        .ambiguousUnion,
        """
        some values fit several of these schemas; the first one that fits is used, unless a discriminator decides
        """)
}
