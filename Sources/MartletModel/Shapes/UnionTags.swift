import MartletOpenAPI
package import MartletSource

/// The property whose value distinguishes the variants of a union.
struct UnionTags {
    /// The name of the property.
    let property: SpecText
    /// For each variant, the values that select it; empty for variants that the property doesn't distinguish.
    let tags: [[Literal]]
    /// Whether the document states the property as the discriminator, so that it is required.
    let isStated: Bool
    /// Whether a value with a tag can be of no other variant.
    let isDecisive: Bool
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
        let name = discriminator.propertyName
        let constants = traits.map { $0.constants[name] ?? [] }
        let areConstantsUnique = constants.withoutRepeatedNull.flatMap { $0 }.areUnique
        let names = union.variants.map { variant in
            finder.statedTags(
                of: variant.schemas.count == 1 ? schemas.resolved(variant.schemas[0]) : nil, in: union.owner)
        }
        let selected = names.map { Set($0.values) }
        let selections = selected.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let allNames = Set(selections.keys)
        let inherited =
            finder.isPolymorphic(union.owner)
            ? finder.traits(of: AppliedSchemas(union.owner, .base)).constants[name] : nil
        let stated = union.variants.indices.map { index -> [Literal] in
            let (tags, areMapped) = names[index]
            let own = constants[index]
            let isOne = own.count { $0 != .null } == 1
            // A list that stands in the base, or names other alternatives, is that of the whole family.
            let isShared =
                !isOne
                && (own == inherited
                    || own.contains { selections[$0.text, default: 0] > (selected[index].contains($0.text) ? 1 : 0) })
            let isNamed = own.contains { selected[index].contains($0.text) }
            // The schemas decide: a discriminator does not change which values are valid (OpenAPI 3.2.0, 4.25.1).
            if !own.isEmpty, areConstantsUnique && !isShared || !areMapped && (isOne || !isNamed) {
                for value in tags where areMapped && !own.contains(where: { $0.text == value }) {
                    finder.diagnostics.report(.warning(.impossibleTag(value), at: discriminator.location))
                }
                return areConstantsUnique && !isShared || isOne
                    ? own : finder.member(of: own, spelledLike: tags, at: discriminator.location) ?? own
            }
            if !areMapped { finder.reportUnselectedExamples(of: name, union, index, allNames) }
            return tags.map { Literal($0, as: traits[index].scalars[name]) }
        }
        finder.reportForeignTags(union.owner, discriminator)
        finder.reportMisspelledProperty(of: discriminator, traits)
        let counts = stated.flatMap { $0 }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        // A value for several schemas selects none of them: their properties do.
        tags = stated.map { $0.filter { counts[$0] == 1 } }
        property = name
        isStated = true
        isDecisive = true
        let other = schemas.defaultMapping(of: union.owner).map { schemas.resolved($0) }
        defaultVariant = union.variants.firstIndex { variant in
            variant.schemas.count == 1 && schemas.resolved(variant.schemas[0]) == other
        }
    }

    /// - Returns: `nil` when no property has different constants in each variant.
    init?(implicitIn traits: [ValueTraits]) {
        let objects = traits.filter(\.isObject)
        // Words before sentences, and the order of properties doesn't matter.
        var holders: [SpecText: [Int]] = [:]
        for (index, traits) in traits.enumerated() where traits.isObject {
            for property in traits.constants.keys { holders[property, default: []].append(index) }
        }
        if objects.count > 1 { holders = holders.filter { $0.value.count > 1 } }
        let candidates = holders.map { property, holders in
            (
                name: property, holders: holders,
                isProse: holders.contains { traits[$0].constants[property]?.contains(where: \.text.isProse) ?? false }
            )
        }.sorted { $0.isProse == $1.isProse ? $0.name < $1.name : $1.isProse }
        // A property that is always there tells more than an optional one.
        for isOptional in [false, true] {
            for (property, holders, _) in candidates {
                let given = holders.map { index -> [Literal] in
                    isOptional || traits[index].required.contains(property)
                        ? traits[index].constants[property] ?? [] : []
                }.withoutRepeatedNull
                guard given.count(where: { !$0.isEmpty }) > 1 || (objects.count == 1 && !isOptional),
                    given.contains(where: { !$0.isEmpty }), given.flatMap({ $0 }).areUnique
                else { continue }
                var tags = [[Literal]](repeating: [], count: traits.count)
                for (index, values) in zip(holders, given) { tags[index] = values }
                let all = Set(given.flatMap { $0 })
                self.property = property
                self.tags = tags
                isStated = false
                isDecisive = traits.indices.allSatisfy { index in
                    !traits[index].isObject || !tags[index].isEmpty
                        || traits[index].refuses(property, all)
                }
                defaultVariant = nil
                return
            }
        }
        return nil
    }
}

extension SpecText {
    /// Whether the text is more than a word.
    fileprivate var isProse: Bool { utf8.contains(UInt8(ascii: " ")) }
}

extension UnionTags {
    /// Whether every value of a variant has one of its tags.
    func isAlwaysPresent(in variant: Int, _ traits: [ValueTraits]) -> Bool {
        !tags[variant].isEmpty && (isStated || traits[variant].required.contains(property))
            && (traits[variant].constants[property]?.contains(.null) != true || tags[variant].contains(.null))
    }

    /// Whether the tag of a variant has to be written beside its type: the type does not always have it, with the only
    /// value that it can have. A constant that is absent, and neither a discriminator nor a default, stays absent.
    func isAdded(to variant: Int, _ shape: Shape, _ traits: ValueTraits) -> Bool {
        // The default variant stands for any other value too, and for none.
        guard case .structure = shape, let tag = onlyTag(of: variant), defaultVariant != variant else { return false }
        guard traits.properties.contains(property) else { return isStated }
        // With null as another value, only the value itself knows which of the two it has.
        let values = traits.constants[property] ?? []
        if traits.required.contains(property), values.count == 1 || values.contains(.null) { return false }
        guard traits.scalars[property]?.contains(tag.type) == true else { return false }
        return isStated || traits.defaults.contains(property)
    }

    /// The only tag of a variant other than null; `nil` if there are several.
    func onlyTag(of variant: Int) -> Literal? {
        let values = tags[variant].filter { $0 != .null }
        return values.count == 1 ? values[0] : nil
    }
}

extension ValueTraits {
    /// Whether an object with one of the values of a property is certainly none of these.
    fileprivate func refuses(_ property: SpecText, _ values: Set<Literal>) -> Bool {
        guard properties.contains(property) else { return isClosed }
        if let constants = constants[property] { return !values.contains(where: constants.contains) }
        guard let types = scalars[property] else { return false }
        return !values.contains {
            types.contains($0.type) || $0.type == .integer && types.contains(.number) || $0 == .null
        }
    }
}

extension [[Literal]] {
    /// The lists without null, if several have it.
    fileprivate var withoutRepeatedNull: [[Literal]] {
        count { $0.contains(.null) } > 1 ? map { $0.filter { $0 != .null } } : self
    }
}

extension [Literal] {
    fileprivate var areUnique: Bool { Set(self).count == count }
}

extension Literal {
    /// The value that a mapping spells as text, of the type that its property has.
    fileprivate init(_ text: SpecText, as types: Schema.Types?) {
        switch types {
        case .boolean? where ["true", "false"].contains(text.lowercased()):
            self = .boolean(text.lowercased() == "true")
        case .integer?, .number?: self = Int64(text).map { .integer($0) } ?? .string(text)
        default: self = .string(text)
        }
    }
}

extension ShapeFinder {
    /// Reports the values in the mapping of a union that select none of its alternatives.
    fileprivate func reportForeignTags(_ owner: SchemaID, _ discriminator: Discriminator) {
        let alternatives = Set((schemas[owner].oneOf + schemas[owner].anyOf).map { schemas.resolved($0) })
        guard !alternatives.isEmpty else { return }
        for (value, schema) in schemas.mapping(of: owner) where !alternatives.contains(schemas.resolved(schema)) {
            diagnostics.report(.warning(.foreignTag(value), at: discriminator.location))
        }
    }

    /// Reports a discriminator's property that no alternative has, where all have one of nearly that name.
    fileprivate func reportMisspelledProperty(of discriminator: Discriminator, _ traits: [ValueTraits]) {
        let name = discriminator.propertyName
        let objects = traits.filter(\.isObject)
        guard let first = objects.first, !objects.contains(where: { $0.properties.contains(name) }) else { return }
        let shared = objects.dropFirst().reduce(Set(first.properties)) { $0.intersection($1.properties) }
        guard let nearest = NearMiss.misspelled(name, among: shared.sorted()) else { return }
        diagnostics.report(.warning(.misspelledTagProperty(name, nearest), at: discriminator.location))
    }
}

extension Diagnostic.Message {
    package static func foreignTag(_ tag: SpecText) -> Self {
        Self(
            .discriminator, "the mapping's \(tag) selects a schema that is not among the alternatives; it is ignored")
    }

    package static func misspelledTagProperty(_ name: SpecText, _ nearest: SpecText) -> Self {
        Self(
            .discriminator, "no alternative has the property \(name) of the discriminator",
            hint: NearMiss.hint(naming: nearest))
    }

    package static func impossibleTag(_ tag: SpecText) -> Self {
        Self(
            .discriminator,
            "the mapping's \(tag) is not a value of the discriminator's property in the schema that it selects; it is ignored"
        )
    }
}
