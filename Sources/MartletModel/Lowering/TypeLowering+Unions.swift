import MartletOpenAPI
package import MartletSource

extension TypeLowering {
    /// A union for `oneOf`, or an overlap for `anyOf`, where a value can have several types (JSON Schema 2020-12 Core,
    /// 10.2.1).
    func union(_ shape: UnionShape, in scope: inout TypeScope) -> Declaration.Kind {
        let traits = shape.variants.map { finder.traits(of: $0) }
        let shapes = shape.variants.map { finder.resolvedShape(of: $0) }
        let tags = UnionTags(shape, traits, finder)
        let objects = traits.indices.filter { traits[$0].isObject }
        let untold = objects.filter { tags?.tags[$0].isEmpty ?? true }
        let isOverlap = shape.isInclusive && tags?.isStated != true && objects.count > 1 && !untold.isEmpty

        var names = UnionCaseNames(shape, shapes, traits, tags, isOverlap: isOverlap, self)
        let cases = shape.variants.indices.map { index in
            names.lowered(index, in: &scope)
        }
        let matching = isOverlap ? nil : UnionMatching(tags, traits, shapes)
        let foreign = ForeignKeys(isOverlap ? [] : shape.variants, finder)
        if matching?.isAmbiguous == true {
            diagnostics.report(.note(.ambiguousUnion, at: schemas[shape.owner].location))
        }
        let union = Union(
            cases: cases,
            discriminator: !isOverlap && tags?.isDecisive == true ? tags?.property : nil,
            defaultCase: tags?.defaultVariant.map { cases[$0].name },
            tests: (matching?.tests ?? []).map { test in
                var conditions = test.conditions
                conditions.excludedInside = foreign.paths[test.variant] ?? []
                conditions.constant =
                    shapes[test.variant].isCollection
                    ? finder.constant(of: shape.variants[test.variant]) : nil
                return Union.Test(name: cases[test.variant].name, conditions: conditions)
            },
            isAmbiguous: matching?.isAmbiguous ?? false,
            isSecret: shape.variants.contains(where: secrets.contains),
            sharedKeys: isOverlap ? sharedKeys(traits.map(\.properties)) : [],
            sharedName: names.sharedName,
            nested: scope.declarations
        )
        return isOverlap ? .overlap(union) : .union(union)
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

extension Diagnostic.Message {
    package static let ambiguousUnion = Self(
        .ambiguousUnion,
        """
        some values fit several of these schemas; the first one that fits is used, unless a discriminator decides
        """)
}
