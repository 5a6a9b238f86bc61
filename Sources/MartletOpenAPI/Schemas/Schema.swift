package import MartletSource

/// A schema of any version of OpenAPI, with its keywords (OpenAPI 3.2.0, 4.24, Schema Object; JSON Schema 2020-12).
package final class Schema: Sendable {
    /// A set of the types of the `type` keyword (JSON Schema 2020-12 Validation, 6.1.1).
    package struct Types: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let null = Types(rawValue: 1)
        package static let boolean = Types(rawValue: 2)
        package static let integer = Types(rawValue: 4)
        package static let number = Types(rawValue: 8)
        package static let string = Types(rawValue: 16)
        package static let array = Types(rawValue: 32)
        package static let object = Types(rawValue: 64)
    }

    /// The value of `additionalProperties`.
    package enum AdditionalProperties: Sendable {
        /// `true` or `false`.
        case allowed(Bool)
        case schema(SchemaID)
    }

    /// The schema's ID.
    package let id: SchemaID
    /// The schema that contains this one; `nil` for an outermost schema.
    package let parent: SchemaID?
    package let location: Location
    /// The value of a boolean schema; `nil` if the schema is a mapping.
    package let boolean: Bool?

    /// `$ref`, or `$dynamicRef`.
    package let reference: Reference?
    /// Whether the reference is a `$dynamicRef`.
    let isDynamic: Bool
    /// The name of the `$dynamicAnchor`.
    package let dynamicAnchor: SpecText?

    package let title: SpecText?
    package let description: SpecText?
    package let isDeprecated: Bool
    package let isReadOnly: Bool
    package let isWriteOnly: Bool
    package let defaultValue: Node?
    /// `example` and `examples`.
    package let examples: [Node]

    /// The `type` keyword; `nil` when it is absent.
    package let types: Types?
    /// Whether null is allowed in addition to `types`: OpenAPI 3.0's `nullable`.
    package let isNullable: Bool
    package let format: SpecText?
    package let contentEncoding: SpecText?
    package let contentMediaType: SpecText?
    /// The schema of the decoded content of a string that contains JSON.
    package let contentSchema: SchemaID?
    /// The members of `enum` in document order, or the value of `const`; `nil` without either.
    package let enumeration: [Node]?
    /// Whether `enumeration` is the value of `const`.
    package let isConstant: Bool
    /// The names and descriptions of the members of `enum`, in their order.
    package let memberNames: [SpecText?]
    package let memberDescriptions: [SpecText?]
    package let bounds: [Bound]
    package let minLength: Int?
    /// What restricts values besides their type, `minimum` and the like among it.
    package let limits: [Limit]

    /// In document order.
    package let properties: [Named<SchemaID>]
    package let required: [SpecText]
    /// `additionalProperties`, or else `unevaluatedProperties`, which has the same meaning when all properties are
    /// those of one struct; `nil` without either.
    package let additionalProperties: AdditionalProperties?
    package let patternProperties: [Named<SchemaID>]

    package let items: SchemaID?
    package let prefixItems: [SchemaID]
    package let minItems: Int?
    package let maxItems: Int?
    package let hasUniqueItems: Bool

    package let allOf: [SchemaID]
    package let oneOf: [SchemaID]
    package let anyOf: [SchemaID]
    package let discriminator: Discriminator?
    /// The schemas that apply under a condition: `then`, `else` and those of `dependentSchemas`.
    package let conditional: [SchemaID]

    /// Decodes a schema and its subschemas.
    init(_ fields: consuming SchemaFields, in parent: SchemaID?) {
        id = fields.id
        self.parent = parent
        location = fields.location
        boolean = fields.boolean
        (reference, isDynamic) = fields.reference()
        dynamicAnchor = fields.text(.dynamicAnchor)
        title = fields.text(.title)
        description = fields.text(.description)
        isDeprecated = fields.flag(.deprecated)
        isReadOnly = fields.flag(.readOnly)
        isWriteOnly = fields.flag(.writeOnly)
        defaultValue = fields.node(.default)
        examples = fields.examples()
        types = fields.types()
        isNullable = fields.isNullable()
        format = fields.format()
        contentEncoding = fields.text(.contentEncoding)
        contentMediaType = fields.text(.contentMediaType)
        contentSchema = fields.schema(.contentSchema)
        (enumeration, isConstant) = fields.enumeration()
        (memberNames, memberDescriptions) = fields.memberNotes(enumeration ?? [])
        bounds = fields.bounds()
        minLength = fields.count(.minLength)
        limits = fields.limits()
        properties = fields.properties()
        required = fields.required()
        additionalProperties = fields.additionalProperties()
        patternProperties = fields.named(.patternProperties)
        let alternatives: [SchemaID]
        (items, prefixItems, alternatives) = fields.items(types)
        minItems = fields.count(.minItems)
        maxItems = fields.count(.maxItems)
        hasUniqueItems = fields.flag(.uniqueItems)
        allOf = fields.schemas(.allOf)
        oneOf = fields.schemas(.oneOf)
        anyOf = fields.schemas(.anyOf) + alternatives
        discriminator = fields.discriminator()
        conditional = fields.conditional()
        fields.finish()
    }

    /// Creates the schema of an object from its properties: the fields of a form in Swagger 2.0.
    init(properties: [Named<SchemaID>], required: [SpecText], id: SchemaID, at location: Location) {
        self.id = id
        self.location = location
        self.properties = properties
        self.required = required
        types = .object
        (parent, boolean, reference, dynamicAnchor, title, description) = (nil, nil, nil, nil, nil, nil)
        (isDeprecated, isReadOnly, isWriteOnly, isNullable, isConstant) = (false, false, false, false, false)
        isDynamic = false
        (defaultValue, examples, format, contentEncoding) = (nil, [], nil, nil)
        (contentMediaType, contentSchema) = (nil, nil)
        (enumeration, bounds, limits, minLength) = (nil, [], [], nil)
        (additionalProperties, patternProperties) = (nil, [])
        (memberNames, memberDescriptions) = ([], [])
        (items, prefixItems, minItems, maxItems, hasUniqueItems) = (nil, [], nil, nil, false)
        (allOf, oneOf, anyOf, discriminator, conditional) = ([], [], [], nil, [])
    }
}
