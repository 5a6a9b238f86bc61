import MartletOpenAPI

/// The schemas that apply to a value, all of them at once; usually just one.
struct AppliedSchemas: Hashable {
    /// Which keywords of the schemas apply.
    enum Aspect: Hashable {
        case whole
        /// The base of a polymorphic family, as a plain struct.
        case base
        /// The alternatives of the schema (`oneOf` or `anyOf`), without its other keywords.
        case alternatives
        /// Any one of the schemas, all of which are enumerations.
        case anyEnumeration
        /// Any one of the schemas, each of which applies under its own condition.
        case anySchema
    }

    let schemas: [SchemaID]
    /// Schemas that apply only to some of the values, such as those in the alternatives of the object around them. They
    /// add properties, and don't restrict the others.
    let conditional: [SchemaID]
    /// The JSON types that the value is restricted to; `nil` for no restriction.
    let types: Schema.Types?
    let aspect: Aspect

    init(_ schema: SchemaID, _ aspect: Aspect = .whole) {
        self.init([schema], aspect)
    }

    init(
        _ schemas: [SchemaID],
        _ aspect: Aspect = .whole,
        types: Schema.Types? = nil,
        conditional: [SchemaID] = []
    ) {
        self.schemas = schemas
        self.conditional = conditional
        self.types = types
        self.aspect = aspect
    }

    /// Hashes only the schemas: values rarely differ in the rest alone.
    func hash(into hasher: inout Hasher) {
        for schema in schemas { hasher.combine(schema) }
    }

    /// The schema, if there is just one and it applies as a whole.
    var single: SchemaID? {
        schemas.count == 1 && types == nil && aspect == .whole && conditional.isEmpty ? schemas[0] : nil
    }

    /// All schemas that apply to any of the values.
    var all: [SchemaID] { schemas + conditional }
}
