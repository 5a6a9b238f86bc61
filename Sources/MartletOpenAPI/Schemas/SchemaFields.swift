package import MartletSource

/// The keywords of one schema, taken one by one.
struct SchemaFields {
    /// The value of a boolean schema; `nil` for a mapping.
    let boolean: Bool?
    let id: SchemaID
    let context: DecodingContext
    private let node: Node
    private let isEmbedded: Bool
    /// `nil` for a boolean schema, for what is no schema at all, and behind a reference with which no field counts.
    private var fields: Fields?
    /// Whether a reference allows null beside what it leads to, though other fields beside it don't count.
    private(set) var isNullableReference = false
    /// Whether `$ref` is null, which some tools write for the type null.
    private(set) var refersToNull = false

    /// - Parameter isEmbedded: whether the keywords stand among the fields of another object.
    init(_ node: Node, _ id: SchemaID, isEmbedded: Bool, _ context: DecodingContext) {
        self.node = node
        self.id = id
        self.context = context
        self.isEmbedded = isEmbedded
        switch node.scalar {
        case .bool(let value):
            boolean = value
        case .null:
            // An empty value in YAML: the author stopped after the colon.
            context.report(.warning(.emptySchema, at: node.location))
            boolean = true
        default:
            boolean = nil
            fields = Fields(of: node, "Schema Object", context)
        }
    }

    var location: Location { node.location }
    mutating func node(_ name: FieldName) -> Node? { fields?.node(name) }
    mutating func text(_ name: FieldName) -> SpecText? { fields?.text(name) }
    mutating func flag(_ name: FieldName) -> Bool { fields?.flag(name) ?? false }
    mutating func count(_ name: FieldName) -> Int? { fields?.count(name) }

    mutating func schema(_ name: FieldName) -> SchemaID? { fields?.node(name).map { context.schema(at: $0, in: id) } }

    /// `items`, and `prefixItems`. Older drafts of JSON Schema had a list in `items` for types by position.
    mutating func items() -> (all: SchemaID?, first: [SchemaID]) {
        let first = schemas(.prefixItems)
        guard let node = fields?.node(.items) else { return (nil, first) }
        guard node.kind == .sequence else { return (context.schema(at: node, in: id), first) }
        context.report(.warning(.listOfItems, at: node.location))
        let schemas = node.elements.map { context.schema(at: $0, in: id) }
        return schemas.count == 1 ? (schemas[0], first) : (nil, first + schemas)
    }

    mutating func schemas(_ name: FieldName) -> [SchemaID] {
        fields?.elements(name).map { context.schema(at: $0, in: id) } ?? []
    }

    mutating func named(_ name: FieldName) -> [Named<SchemaID>] {
        fields?.objects(name).map { entry in
            Named(name: entry.keyText, location: entry.key.location, value: context.schema(at: entry.value, in: id))
        } ?? []
    }

    /// `$ref`, or `$dynamicRef`. Fields beside them are ignored up to OpenAPI 3.0 (3.0.4, section 4.7.23), but for
    /// the extension `x-nullable`, which says something only there; from 3.1 on they count.
    mutating func reference() -> (reference: Reference?, isDynamic: Bool) {
        let dynamic = fields?.entry(.dynamicRef)
        guard let entry = fields?.entry(.ref) ?? dynamic else { return (nil, false) }
        if entry.value.isNull {
            context.report(.warning(.nullReference, at: entry.value.location))
            refersToNull = true
            return (nil, false)
        }
        let base = context.version < .v31 ? nil : context.references.base(of: node)
        guard let reference = Reference(entry.value, base: base, context) else { return (nil, false) }
        guard context.version < .v31 else {
            return (reference, entry.keyNumber == FieldName.dynamicRef.rawValue)
        }
        for entry in node.entries where entry.keyNumber != FieldName.ref.rawValue && !entry.isExtension {
            context.report(.warning(.besideReference(entry.keyText), at: entry.key.location))
        }
        isNullableReference = flag(.xNullable)
        fields = nil
        return (reference, false)
    }

    /// `properties`, where an entry without a schema counts as one that allows anything.
    mutating func properties() -> [Named<SchemaID>] { named(.properties) }

    /// `required`. On a property, `true` and `false` are drafts of JSON Schema that OpenAPI never had.
    mutating func required() -> [SpecText] {
        guard !isEmbedded, let value = fields?.node(.required) else { return [] }
        if case .bool = value.scalar {
            context.report(.warning(.requiredFlag, at: value.location))
            return []
        }
        var names: [SpecText] = []
        var known: Set<SpecText> = []
        for element in fields?.elements(.required) ?? [] {
            guard let name = element.text else { continue }
            if known.insert(name).inserted {
                names.append(name)
            } else {
                context.report(.warning(.repeatedRequired(name), at: element.location))
            }
        }
        return names
    }

    /// `additionalProperties`, or `unevaluatedProperties` in its place.
    mutating func additionalProperties() -> Schema.AdditionalProperties? {
        let value = fields?.node(.additionalProperties)
        let unevaluated = fields?.node(.unevaluatedProperties)
        guard let value = value ?? unevaluated else { return nil }
        if case .bool(let isAllowed) = value.scalar { return .allowed(isAllowed) }
        return .schema(context.schema(at: value, in: id))
    }

    /// `then`, `else` and the schemas of `dependentSchemas`; what they demand is for the server to check, but what they
    /// name may be there.
    mutating func conditional() -> [SchemaID] {
        let branches = [schema(.then), schema(.else)].compactMap { $0 }
        return branches + named(.dependentSchemas).map(\.value)
    }

    /// Takes the keywords that a client has no use for: constraints on values are for the server to check.
    mutating func finish() {
        guard !isEmbedded else { return }
        // Swagger 2.0 says of the items of an array how they are joined.
        if context.version == .v2 { fields?.ignore(.collectionFormat) }
        fields?.ignore(
            .multipleOf,
            .exclusiveMaximum,
            .exclusiveMinimum,
            .maxLength,
            .minLength,
            .pattern,
            .contains,
            .minContains,
            .maxContains,
            .maxProperties,
            .minProperties,
            .propertyNames,
            .dependentRequired,
            .unevaluatedItems,
            .not,
            .if
        )
        fields?.ignore(
            .xml,
            .externalDocs,
            .anchor,
            .comment,
            .defs,
            .definitions,
            .id,
            .schemaDialect,
            .vocabulary
        )
        guard context.version >= .v31, let fields else {
            self.fields?.finish()
            return
        }
        for entry in fields.rest { context.annotations.add(entry) }
    }
}

extension Diagnostic.Message {
    package static let emptySchema: Self = "the schema is empty; any value is accepted"

    package static let dynamicReference: Self = """
        $dynamicRef is followed as a $ref, to the schema that it leads to by itself; that other schemas with the same \
        $dynamicAnchor may take its place, as type parameters do, is not supported
        """

    package static let nullReference: Self = "a reference must be text; this one is taken for the type \"null\""

    package static let listOfItems: Self = """
        "items" is one schema; a list of them, by position, is "prefixItems"
        """

    package static let requiredFlag: Self = """
        "required" belongs to the object that holds the property, as a list of names; it is ignored here
        """

    package static func repeatedRequired(_ name: SpecText) -> Self { "\(name) is required twice" }
}
