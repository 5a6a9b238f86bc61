import MartletOpenAPI

/// The schemas that one value must fit, all of them; mostly just one.
struct Conjunction: Hashable {
    /// What is meant of the schemas.
    enum Aspect: Hashable {
        case whole
        /// A schema that stands for all that build on it, but meant as itself.
        case itself
        /// The alternatives that the schema lists, without what stands beside them.
        case alternatives
        /// Any one of the schemas, which all are enumerations.
        case either
    }

    let schemas: [SchemaID]
    /// The kinds of JSON values that are meant, when they are some of those that the schemas allow.
    let types: Schema.Types?
    let aspect: Aspect

    init(_ schema: SchemaID, _ aspect: Aspect = .whole) {
        self.init([schema], aspect)
    }

    init(_ schemas: [SchemaID], _ aspect: Aspect = .whole, types: Schema.Types? = nil) {
        self.schemas = schemas
        self.types = types
        self.aspect = aspect
    }

    /// Hashes the schemas alone: few values differ in nothing but the rest.
    func hash(into hasher: inout Hasher) {
        for schema in schemas { hasher.combine(schema) }
    }

    /// The schema, if it is one and meant without reserve.
    var single: SchemaID? { schemas.count == 1 && types == nil && aspect == .whole ? schemas[0] : nil }
}
