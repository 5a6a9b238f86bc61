package import MartletSource

/// Decodes the keywords of a schema one by one.
struct SchemaFields {
    /// The value of a boolean schema; `nil` for a mapping.
    let boolean: Bool?
    let id: SchemaID
    let context: DecodingContext
    private let node: Node
    private let isEmbedded: Bool
    /// The fields; `nil` for a boolean or invalid schema, and after ``reference()`` if the fields beside the reference
    /// are ignored.
    private var fields: Fields?
    /// Whether `x-nullable` is true beside a reference, where other fields are ignored.
    private(set) var isNullableReference = false
    /// Whether `$ref` is null, which some tools write for the type `null`.
    private(set) var refersToNull = false

    /// - Parameter isEmbedded: Whether the keywords are among the fields of another object.
    init(_ node: Node, _ id: SchemaID, isEmbedded: Bool, _ context: DecodingContext) {
        self.node = node
        self.id = id
        self.context = context
        self.isEmbedded = isEmbedded
        switch node.scalar {
        case .bool(let value):
            boolean = value
        case .null:
            // An empty value in YAML.
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

    /// The schemas of `items` and `prefixItems`. In older drafts of JSON Schema, a list in `items` had the meaning of
    /// `prefixItems`.
    ///
    /// - Parameter types: The value of `type`. Before OpenAPI 3.1, a list in what is no array has the alternatives that Swagger
    ///   2.0 had no keyword for.
    mutating func items(_ types: Schema.Types?) -> (all: SchemaID?, first: [SchemaID], alternatives: [SchemaID]) {
        let first = schemas(.prefixItems)
        guard let node = fields?.node(.items) else { return (nil, first, []) }
        guard node.kind == .sequence else { return (context.schema(at: node, in: id), first, []) }
        let isChoice = context.version < .v31 && types?.contains(.array) != true
        context.report(.warning(isChoice ? .listOfAlternatives : .listOfItems, at: node.location))
        let schemas = node.elements.map { context.schema(at: $0, in: id) }
        if isChoice { return (nil, first, schemas) }
        return schemas.count == 1 ? (schemas[0], first, []) : (nil, first + schemas, [])
    }

    mutating func schemas(_ name: FieldName) -> [SchemaID] {
        fields?.elements(name).map { context.schema(at: $0, in: id) } ?? []
    }

    mutating func named(_ name: FieldName) -> [Named<SchemaID>] {
        fields?.objects(name).map { entry in
            Named(name: entry.keyText, location: entry.key.location, value: context.schema(at: entry.value, in: id))
        } ?? []
    }

    /// The value of `$ref` or `$dynamicRef`. Up to OpenAPI 3.0, fields beside them are ignored (OpenAPI 3.0.4, section
    /// 4.7.23), except for the extension `x-nullable`.
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
            return (reference, entry.keyText == FieldName.dynamicRef.text)
        }
        for entry in node.entries where entry.keyText != FieldName.ref.text && !entry.isExtension {
            context.report(.warning(.referenceSibling(entry.keyText), at: entry.key.location))
        }
        isNullableReference = flag(.xNullable)
        fields = nil
        return (reference, false)
    }

    /// What restricts values besides their type.
    mutating func limits() -> [Limit] {
        let limits = Limit.keywords.compactMap { keyword -> Limit? in
            guard let value = node(keyword)?.text, value != "false" else { return nil }
            // The least length and number of elements is 0 anyway.
            if value == "0", keyword != .minimum, Limit.minima.contains(keyword), keyword != .exclusiveMinimum {
                return nil
            }
            return Limit(keyword: keyword, value: value)
        }
        if let (least, most) = limits.crossed {
            context.report(.warning(.crossedLimits(least, most), at: node(least.keyword)?.location ?? location))
        }
        return limits
    }

    /// The value of `properties`. A property without a schema accepts any value.
    mutating func properties() -> [Named<SchemaID>] { named(.properties) }

    /// The value of `required`. A boolean, as in the oldest drafts of JSON Schema, is ignored with a warning.
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

    /// The value of `additionalProperties`, or else of `unevaluatedProperties`; `nil` without either.
    mutating func additionalProperties() -> Schema.AdditionalProperties? {
        let value = fields?.node(.additionalProperties)
        let unevaluated = fields?.node(.unevaluatedProperties)
        guard let value = value ?? unevaluated else { return nil }
        if case .bool(let isAllowed) = value.scalar { return .allowed(isAllowed) }
        return .schema(context.schema(at: value, in: id))
    }

    /// The schemas of `then`, `else` and `dependentSchemas`. The server checks their constraints, but their properties
    /// can be present.
    mutating func conditional() -> [SchemaID] {
        let branches = [schema(.then), schema(.else)].compactMap { $0 }
        return branches + named(.dependentSchemas).map(\.value)
    }

    /// Marks keywords that don't affect the client as known, such as constraints, which the server checks. Other
    /// keywords that have not been read are reported.
    mutating func finish() {
        guard !isEmbedded else { return }
        // In Swagger 2.0, the items of an array can have a `collectionFormat`.
        if context.version == .v2 { fields?.ignore(.collectionFormat) }
        fields?.ignore(
            .contains,
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
        // Since OpenAPI 3.1, unknown keywords are annotations (JSON Schema 2020-12 Core, 6.5).
        fields?.finish(allowsOthers: context.version >= .v31)
    }
}

extension Diagnostic.Message {
    package static let emptySchema = Self(.emptySchema, "the schema is empty; any value is accepted")

    package static let dynamicReference = Self(
        .dynamicReference,
        """
        $dynamicRef is followed as a $ref; that another schema with the same $dynamicAnchor can replace its target, \
        like a type parameter, is not supported
        """)

    package static let nullReference = Self(
        .unusualReference, "a reference must be text; null is treated as the type \"null\"",
        hint: "put a reference in quotes: # begins a comment")

    package static let listOfItems = Self(
        .wrongValue, "\"items\" must be one schema", hint: "write \"prefixItems\" for a list of schemas by position")

    package static let listOfAlternatives = Self(
        .wrongValue, "\"items\" must be one schema; where the type is not array, a list is read as \"anyOf\"")

    package static func crossedLimits(_ least: Limit, _ most: Limit) -> Self {
        Self(
            .contradiction,
            "no value is valid: \(least.keyword.text) is \(least.value), and \(most.keyword.text) is \(most.value)")
    }

    package static let requiredFlag = Self(
        .required,
        """
        "required" must be a list of names in the object that has the property; it is ignored here
        """)

    package static func repeatedRequired(_ name: SpecText) -> Self {
        Self(.required, "\(name) is listed twice in \"required\"")
    }
}
