import MartletOpenAPI
import MartletSource

/// Names the cases of a union, and their types where these have no name: by the value of the discriminator, else by the
/// title, else by what is left of the schema's name without the words of the union's.
///
/// A name depends on the case itself and on those before it, so that a case that is added behind them renames none.
struct UnionCaseNames {
    private let shape: UnionShape
    private let shapes: [Shape]
    private let traits: [ValueTraits]
    private let tags: UnionTags?
    private let isOverlap: Bool
    private let types: TypeLowering
    /// The properties of the objects among the variants so far; `nil` without any.
    private var knownProperties: Set<SpecText>?
    private var allocator = NameAllocator(reserved: Self.reserved)

    /// Names of an enum's own members, and those that mean an optional's cases where the enum is optional.
    private static let reserved = ReservedWords.members.union(["unrecognized", "listedValues", "none", "some"])

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
    mutating func lowered(_ index: Int, in scope: inout TypeScope) -> Union.Case {
        let variant = shape.variants[index]
        scope.preferredName = .init(preferredName(index))
        if traits[index].isObject {
            if knownProperties == nil { knownProperties = [] }
            knownProperties?.formUnion(traits[index].properties)
        }
        let use = types.use(of: variant, in: &scope)
        let isStructure = if case .structure = shapes[index] { true } else { false }
        return Union.Case(
            name: caseName(use.type, tag: isStructure ? tags?.tags[index].first?.text : nil, in: scope.path),
            type: use.type,
            tags: tags?.tags[index] ?? [],
            needsTag: needsTag(index),
            only: isOverlap && traits[index].isObject && traits[index].isClosed ? traits[index].properties : nil,
            description: variant.schemas.count == 1 ? types.schemas[variant.schemas[0]].description : nil
        )
    }

    private mutating func caseName(_ type: TypeReference, tag: SpecText?, in path: [Identifier]) -> Identifier {
        let words = type.words
        let whole = Identifier.member(words)
        if let tag, let name = Self.name(of: tag) { return allocator.name(name, orElse: whole) }
        guard case .named(let name) = type, name.path.count == 1 else { return allocator.name(whole) }
        let union = Words(SpecText(path.map(\.text).joined()))
        let rest = words.dropping(shared: union).map { Identifier.member($0) }
        return allocator.name(rest.flatMap { $0.text.hasPrefix("_") ? nil : $0 } ?? whole, orElse: whole)
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

    /// Whether the case has to write its tag: the type does not always have it, with the only value that it can have. A
    /// constant that is absent, and neither a discriminator nor a default, stays absent.
    private func needsTag(_ index: Int) -> Bool {
        // The default variant stands for any other value too, and for none.
        guard case .structure = shapes[index], let tags, let tag = tags.onlyTag(of: index), tags.defaultVariant != index
        else { return false }
        let own = traits[index]
        guard own.properties.contains(tags.property) else { return tags.isStated }
        // With null as another value, only the value itself knows which of the two it has.
        let values = own.constants[tags.property] ?? []
        if own.required.contains(tags.property), values.count == 1 || values.contains(.null) { return false }
        guard own.scalars[tags.property]?.contains(tag.type) == true else { return false }
        return tags.isStated || own.defaults.contains(tags.property)
    }

    /// The preferred name for the type of a variant, in case it has to be declared.
    private func preferredName(_ index: Int) -> Identifier {
        let variant = shape.variants[index]
        if let tag = tags?.tags[index].first?.text, Self.name(of: tag) != nil { return .type(Words(tag)) }
        if variant.schemas.count == 1, variant.types == nil, let title = types.schemas[variant.schemas[0]].title {
            return .type(Words(title))
        }
        switch shapes[index] {
        case .structure:
            if knownProperties == nil, index > 0 { return .type(Words("object")) }
            let own = traits[index].required.sorted().first { knownProperties?.contains($0) != true }
            return .type(Words(own ?? "object"))
        case .enumeration: return .type(Words("value"))
        case .tuple: return .type(Words("tuple"))
        default: return .type(Words("choice"))
        }
    }
}

extension TypeReference {
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
