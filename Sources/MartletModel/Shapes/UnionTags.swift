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
        } else {
            self.init(implicitIn: traits)
        }
    }

    private init(_ discriminator: Discriminator, _ union: UnionShape, _ traits: [ValueTraits], _ finder: ShapeFinder) {
        let schemas = finder.schemas
        let mapping = schemas.mapping(of: union.owner)
        var taken: Set<SpecText> = []
        tags = zip(union.variants, traits).map { variant, traits in
            let schema = variant.schemas.count == 1 ? schemas.resolved(variant.schemas[0]) : nil
            var tags = mapping.filter { schemas.resolved($0.schema) == schema }.map(\.value)
            if tags.isEmpty { tags = traits.constants[discriminator.propertyName] ?? [] }
            if tags.isEmpty {
                // By default the value is the name of the component (OpenAPI 3.2.0, 4.25.3).
                tags = schema.flatMap { schemas.componentName(of: $0) }.map { [$0] } ?? []
            }
            let free = tags.filter { taken.insert($0).inserted }
            for tag in tags where !free.contains(tag) {
                finder.diagnostics.report(.warning(.repeatedTag(tag), at: discriminator.location))
            }
            return free
        }
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
        for property in candidates {
            let tags = traits.map { traits -> [SpecText] in
                traits.isObject && traits.required.contains(property) ? traits.constants[property] ?? [] : []
            }
            let all = tags.flatMap { $0 }
            guard tags.count(where: { !$0.isEmpty }) > 1 || objects.count == 1, Set(all).count == all.count else {
                continue
            }
            self.property = property
            self.tags = tags
            isStated = false
            defaultVariant = nil
            return
        }
        return nil
    }
}

extension Diagnostic.Message {
    package static func repeatedTag(_ tag: SpecText) -> Self {
        "the discriminator value \(tag) selects several schemas; the first one is used"
    }
}
