import MartletOpenAPI
import MartletSource

/// Names the cases of a union, and their types where these have no name. A name is the first of these that exists: the
/// value of the discriminator, the title, the schema's name without the words of the union's name, a constant or a
/// required property that no earlier case has.
///
/// A name depends only on the case itself and on earlier cases, so that adding a case at the end doesn't rename any.
struct UnionCaseNames {
    private let shape: UnionShape
    private let shapes: [Shape]
    private let traits: [ValueTraits]
    private let tags: UnionTags?
    private let isOverlap: Bool
    private let types: TypeLowering
    /// The properties of the objects among the variants so far; `nil` without any.
    private var knownProperties: Set<SpecText>?
    /// The constants of the first `knownCount` variants, each with the properties that lead to it.
    private var knownConstants: Set<[SpecText]> = []
    private var knownCount = 0
    private var allocator = NameAllocator(reserved: ReservedWords.cases)

    init(
        _ shape: UnionShape,
        _ shapes: [Shape],
        _ traits: [ValueTraits],
        _ tags: UnionTags?,
        isOverlap: Bool,
        _ types: TypeLowering
    ) {
        self.shape = shape
        self.shapes = shapes
        self.traits = traits
        self.tags = tags
        self.isOverlap = isOverlap
        self.types = types
    }

    /// The case for a variant.
    ///
    /// - Parameter needsTag: Whether the case has to write its tag.
    mutating func lowered(_ index: Int, needsTag: Bool, in scope: inout TypeScope) -> Union.Case {
        let variant = shape.variants[index]
        scope.preferredName = .init(preferredName(index))
        if traits[index].isObject {
            if knownProperties == nil { knownProperties = [] }
            knownProperties?.formUnion(traits[index].properties)
        }
        let use = types.use(of: variant, in: &scope)
        let isStructure = if case .structure = shapes[index] { true } else { false }
        return Union.Case(
            name: caseName(
                index, use.type, tag: isStructure ? tags?.tags[index].first?.text : nil, in: scope.path),
            type: use.type,
            tags: tags?.tags[index] ?? [],
            needsTag: needsTag,
            only: isOverlap && traits[index].isObject && traits[index].isClosed ? traits[index].properties : nil,
            description: variant.schemas.count == 1 ? types.schemas[variant.schemas[0]].description : nil
        )
    }

    private mutating func caseName(
        _ index: Int,
        _ type: TypeReference,
        tag: SpecText?,
        in path: [Identifier]
    ) -> Identifier {
        let place = types.schemas[shape.variants[index].schemas[0]].location
        let (preferred, other) = names(index, type, tag: tag, in: path)
        let name = allocator.name(preferred, orElse: other, at: place)
        let line = types.paths.pointer(to: place).map { path in
            Diagnostic.Message.NameLine(kind: .schemas, path: path, name: name.capitalized)
        }
        // The clash of a type's name has been reported, with the same line.
        if case .named(let type) = type, type.path.count > 1, type.last == name.capitalized { return name }
        types.diagnostics.reportClash(name, insteadOf: preferred, in: allocator, at: place, types.paths, line)
        return name
    }

    /// The name that a case has alone, and one for when that is taken.
    private func names(
        _ index: Int,
        _ type: TypeReference,
        tag: SpecText?,
        in path: [Identifier]
    ) -> (Identifier, Identifier?) {
        if let chosen = chosen(index) { return (.member(chosen).avoiding(ReservedWords.cases), nil) }
        let title = title(index)
        let words = type.words
        let whole = Identifier.member(title ?? words).avoiding(ReservedWords.cases)
        if let tag, let name = Self.name(of: tag) { return (name.avoiding(ReservedWords.cases), whole) }
        guard title == nil, type.isOfComponent else {
            let isType = if case .named = type { !type.isOfComponent } else { false }
            return (whole, isType ? .member(words).avoiding(ReservedWords.cases) : nil)
        }
        let union = Words(SpecText(path.map(\.text).joined()))
        let rest = words.dropping(shared: union).map { Identifier.member($0).avoiding(ReservedWords.cases) }
        return (rest.flatMap { $0.text.hasPrefix("_") ? nil : $0 } ?? whole, whole)
    }

    /// The name that the configuration gives a variant that stands in the union, by a pointer.
    private func chosen(_ index: Int) -> Words? {
        let schema = types.schemas[shape.variants[index].schemas[0]]
        guard !types.schemas.isNamed(schema.id), let name = types.chosen.types[schema.location] else { return nil }
        return Words(SpecText(name.text))
    }

    /// The cases for the values that a variant lists. Those of types have their names first.
    mutating func listed(_ enumeration: EnumerationShape, owners: [SchemaID]) -> [Enumeration.Case] {
        types.cases(of: enumeration, &allocator, owners: owners)
    }

    /// The name that a discriminator value gives; `nil` for a value that says nothing alone, such as a number.
    private static func name(of tag: SpecText) -> Identifier? {
        let name = Identifier.member(Words(tag))
        return name.text.hasPrefix("_") || ["true", "false", "empty"].contains(name.text) ? nil : name
    }

    /// A name beside those of the cases.
    var sharedName: Identifier {
        mutating get { allocator.name(.member(Words("shared properties"))) }
    }

    /// The preferred name for the type of a variant, in case it has to be declared.
    private mutating func preferredName(_ index: Int) -> Identifier {
        if let chosen = chosen(index) { return .type(chosen) }
        if let tag = tags?.tags[index].first?.text, Self.name(of: tag) != nil { return .type(Words(tag)) }
        if let title = title(index) { return .type(title) }
        switch shapes[index] {
        case .structure: return .type(structureWords(index))
        case .enumeration: return .type(Words("value"))
        case .tuple: return .type(Words("tuple"))
        case .array: return .type(Words("items"))
        case .map: return .type(Words("values"))
        default: return .type(Words("choice"))
        }
    }

    /// The title of an inline variant; `nil` for one without meaning of its own, such as a number.
    private func title(_ index: Int) -> Words? {
        let variant = shape.variants[index]
        guard variant.schemas.count == 1, variant.aspect == .whole, variant.conditional.isEmpty,
            case let schema = types.schemas[variant.schemas[0]], schema.reference == nil,
            !types.schemas.isNamed(schema.id), variant.types == nil || schema.types == nil
        else { return nil }
        guard let title = schema.title, title.utf8.contains(where: { $0 != UInt8(ascii: " ") }),
            !Identifier.member(Words(title)).text.hasPrefix("_")
        else { return nil }
        return Words(title)
    }

    /// The words for an object that nothing in the document names.
    private mutating func structureWords(_ index: Int) -> Words {
        let own = traits[index]
        knownConstants.formUnion((knownCount..<index).flatMap { constants(of: $0) })
        knownCount = index
        if let constant = constants(of: index).first(where: { !knownConstants.contains($0) }), let value = constant.last
        {
            // A number means nothing without its property.
            return Self.name(of: value) == nil
                ? Words(SpecText("\(constant[constant.count - 2]) \(value)")) : Words(value)
        }
        if knownProperties == nil, index > 0 { return Words("object") }
        // Optional properties don't count: adding one could change the name.
        let inherited = inheritedProperties(index)
        let added = own.required.filter { knownProperties?.contains($0) != true && !inherited.contains($0) }
        return Words(added.min() ?? "object")
    }

    /// The properties that a variant inherits from components, which don't distinguish it.
    private func inheritedProperties(_ index: Int) -> Set<SpecText> {
        guard let schema = shape.variants[index].single.map({ types.schemas[$0] }) else { return [] }
        let bases = schema.allOf.filter { types.schemas[$0].reference != nil }
        return Set(bases.flatMap { types.finder.traits(of: AppliedSchemas($0)).properties })
    }

    /// The constants that values of a variant always contain, each after the properties that lead to it:
    /// `[type, card]`, `[method, kind, card]`.
    private func constants(of index: Int) -> [[SpecText]] {
        guard case .structure(let structure) = shapes[index] else { return [] }
        let own = traits[index]
        let inner = structure.properties.filter { own.required.contains($0.name) }.flatMap { property in
            types.finder.traits(of: property.value).texts.map { [property.name] + $0 }
        }
        return own.texts + inner.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

extension ValueTraits {
    /// The required properties whose value is a constant string or number, each with that value.
    fileprivate var texts: [[SpecText]] {
        constants.keys.sorted().compactMap { property in
            guard required.contains(property), let values = constants[property], values.count == 1 else { return nil }
            switch values[0] {
            case .string(let text) where !text.isEmpty && !text.utf8.contains(UInt8(ascii: " ")):
                return [property, text]
            case .integer(let number): return [property, SpecText(String(number))]
            default: return nil
            }
        }
    }
}

extension TypeReference {
    /// Whether the type is that of a component, or a list or map of it.
    fileprivate var isOfComponent: Bool {
        switch self {
        case .array(let type), .dictionary(let type), .optional(let type): type.isOfComponent
        case .named(let name): name.path.count == 1
        default: false
        }
    }

    /// The words that describe a value of the type when it has no better name.
    var words: Words {
        switch self {
        case .string: "string"
        case .boolean: "boolean"
        case .int32, .int64, .uint64: "integer"
        case .float, .double: "number"
        case .decimal: "decimal"
        case .dateTime: "date time"
        case .date: "date"
        case .uuid: "uuid"
        case .data: "data"
        case .file: "file"
        case .body: "body"
        case .parts: "parts"
        case .json: "value"
        case .custom(let name): Words(SpecText(name.text))
        case .array(let element): Words(SpecText(element.words.lowerCamelCase + " Array"))
        case .dictionary(.json): "object"
        case .dictionary(let value): Words(SpecText(value.words.lowerCamelCase + " Map"))
        case .optional(let type): type.words
        case .named(let name): Words(SpecText(name.last.text))
        }
    }
}
