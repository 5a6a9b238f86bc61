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

        var names = UnionCaseNames(shape, shapes, traits, tags, self)
        let cases = shape.variants.indices.map { index in
            names.lowered(index, in: &scope)
        }
        let tests =
            isOverlap
            ? UnionMatching(overlapping: Array(shape.variants.indices)) : UnionMatching(tags, traits, shapes)
        if tests.isAmbiguous {
            diagnostics.report(.note(.ambiguousUnion, at: schemas[shape.owner].location))
        }
        let union = Union(
            cases: cases,
            discriminator: isOverlap ? nil : tags?.property,
            defaultCase: tags?.defaultVariant.map { cases[$0].name },
            tests: tests.tests.map { Union.Test(name: cases[$0.variant].name, kind: $0.kind) },
            isAmbiguous: tests.isAmbiguous,
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

extension Diagnostic.Message {
    package static let ambiguousUnion: Self = """
        some values fit several of these schemas; the first one that fits is used, unless a discriminator decides
        """
}
