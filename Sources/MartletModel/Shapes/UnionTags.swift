import MartletOpenAPI
package import MartletSource

/// How the value of one property tells the variants of a union apart.
struct UnionTags {
    /// The property.
    let property: SpecText
    /// For each variant the values that stand for it; none for those that the property does not tell.
    let tags: [[SpecText]]
    /// Whether the document names the property, so that it has to be there.
    let isStated: Bool
    /// The variant that takes values which no tag claims.
    let defaultVariant: Int?

    /// The discriminator that the document states, or else a property that works as one, since it has other constants in
    /// each variant.
    ///
    /// - Returns: `nil` when there is neither.
    init?(_ union: UnionShape, _ evidence: [Evidence], _ finder: ShapeFinder) {
        if let discriminator = finder.schemas[union.owner].discriminator {
            self.init(discriminator, union, evidence, finder)
        } else {
            self.init(implicitIn: evidence)
        }
    }

    private init(_ discriminator: Discriminator, _ union: UnionShape, _ evidence: [Evidence], _ finder: ShapeFinder) {
        let schemas = finder.schemas
        let mapping = schemas.mapping(of: union.owner)
        var taken: Set<SpecText> = []
        tags = zip(union.variants, evidence).map { variant, evidence in
            let schema = variant.schemas.count == 1 ? schemas.resolved(variant.schemas[0]) : nil
            var tags = mapping.filter { schemas.resolved($0.schema) == schema }.map(\.value)
            if tags.isEmpty { tags = evidence.constants[discriminator.propertyName] ?? [] }
            if tags.isEmpty {
                // The name of the component, which every schema of a discriminator stands for (4.25.4).
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

    private init?(implicitIn evidence: [Evidence]) {
        let objects = evidence.filter(\.isObject)
        let candidates = objects.flatMap { evidence in evidence.properties.filter { evidence.constants[$0] != nil } }
        for property in candidates {
            let tags = evidence.map { evidence -> [SpecText] in
                evidence.isObject && evidence.required.contains(property) ? evidence.constants[property] ?? [] : []
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
        "the value \(tag) of the discriminator stands for several schemas; the first one has it"
    }
}
