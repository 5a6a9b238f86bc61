import MartletOpenAPI
package import MartletSource

/// The property whose value distinguishes the variants of a union.
struct UnionTags {
    /// The name of the property.
    let property: SpecText
    /// For each variant, the values that select it; empty for variants that the property doesn't distinguish.
    let tags: [[SpecText]]
    /// Whether the document states the property as the discriminator, so that it is required.
    let isStated: Bool
    /// The variant for all other values.
    let defaultVariant: Int?

    /// The documented discriminator, or else a property with different constants in each variant.
    ///
    /// - Returns: `nil` when there is neither.
    init?(_ union: UnionShape, _ traits: [ValueTraits], _ finder: ShapeFinder) {
        if let discriminator = finder.schemas[union.owner].discriminator {
            self.init(discriminator, union, traits, finder)
            if defaultVariant != nil || tags.contains(where: { !$0.isEmpty }) { return }
        }
        self.init(implicitIn: traits)
    }

    private init(_ discriminator: Discriminator, _ union: UnionShape, _ traits: [ValueTraits], _ finder: ShapeFinder) {
        let schemas = finder.schemas
        let constants = traits.map { $0.constants[discriminator.propertyName] ?? [] }
        let all = constants.flatMap { $0 }
        let areConstantsUnique = Set(all).count == all.count
        let stated = union.variants.indices.map { index -> [SpecText] in
            let variant = union.variants[index]
            let schema = variant.schemas.count == 1 ? schemas.resolved(variant.schemas[0]) : nil
            let (tags, areMapped) = finder.statedTags(of: schema, in: union.owner)
            // The schemas decide: a discriminator does not change which values are valid (OpenAPI 3.2.0, 4.25.1).
            if !constants[index].isEmpty, areConstantsUnique || !areMapped {
                for value in tags where areMapped && !constants[index].contains(value) {
                    finder.diagnostics.report(.warning(.impossibleTag(value), at: discriminator.location))
                }
                return constants[index]
            }
            return tags
        }
        let counts = stated.flatMap { $0 }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        // A value for several schemas selects none of them: their properties do.
        tags = stated.map { $0.filter { counts[$0] == 1 } }
        property = discriminator.propertyName
        isStated = true
        let other = schemas.defaultMapping(of: union.owner).map { schemas.resolved($0) }
        defaultVariant = union.variants.firstIndex { variant in
            variant.schemas.count == 1 && schemas.resolved(variant.schemas[0]) == other
        }
    }

    private init?(implicitIn traits: [ValueTraits]) {
        let objects = traits.filter(\.isObject)
        let candidates = objects.flatMap { traits in traits.properties.filter { traits.constants[$0] != nil } }
        // A property that is always there tells more than an optional one.
        for isOptional in [false, true] {
            for property in candidates {
                let tags = traits.map { traits -> [SpecText] in
                    traits.isObject && (isOptional || traits.required.contains(property))
                        ? traits.constants[property] ?? [] : []
                }
                let all = tags.flatMap { $0 }
                guard tags.count(where: { !$0.isEmpty }) > 1 || (objects.count == 1 && !isOptional),
                    !all.isEmpty, Set(all).count == all.count
                else { continue }
                self.property = property
                self.tags = tags
                isStated = false
                defaultVariant = nil
                return
            }
        }
        return nil
    }
}

extension UnionTags {
    /// Whether every value of a variant has one of its tags.
    func isAlwaysPresent(in variant: Int, _ traits: [ValueTraits]) -> Bool {
        !tags[variant].isEmpty && (isStated || traits[variant].required.contains(property))
    }
}

extension Diagnostic.Message {
    package static func impossibleTag(_ tag: SpecText) -> Self {
        Self(
            .discriminator,
            "the mapping's \(tag) is not a value of the discriminator's property in the schema that it selects; it is ignored"
        )
    }
}
