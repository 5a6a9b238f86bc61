import MartletOpenAPI
import MartletSource

/// The kind of Swift type that fits the values of a schema.
indirect enum Shape {
    /// Any JSON value.
    case any
    case scalar(TypeReference)
    case enumeration(EnumerationShape)
    case array(elements: AppliedSchemas?)
    case tuple(TupleShape)
    /// An object with arbitrary keys; without a schema for the values, they can be anything.
    case map(values: AppliedSchemas?)
    case structure(StructureShape)
    case union(UnionShape)
    /// A named schema.
    case reference(SchemaID)
}

/// A shape, and whether null is allowed too.
struct NullableShape {
    var shape: Shape
    var isNullable = false
}

/// A list of values.
struct EnumerationShape {
    let rawValue: Enumeration.RawValue
    let members: [Member]

    struct Member {
        let value: Node
        /// A better name than the value itself, such as the title of a `const`.
        var title: SpecText?
        var description: SpecText?
    }
}

/// An array with a type for each position.
struct TupleShape {
    let elements: [AppliedSchemas]
    /// The number of elements that are always present.
    let requiredCount: Int
    /// Further elements: none, of a schema, or any.
    let rest: Rest

    enum Rest {
        case none, any
        case elements(AppliedSchemas)
    }
}

/// An object with known properties.
struct StructureShape {
    let properties: [Property]
    let additional: Additional
    /// Unions that are encoded in the same JSON object as the properties.
    let unions: [AppliedSchemas]
    /// Whether unknown keys are forbidden (`additionalProperties: false`).
    let isClosed: Bool
    /// Whether values can be one of several types, or part of such values.
    let isInUnion: Bool

    struct Property {
        let name: SpecText
        let location: Location
        /// No schemas if any value is allowed.
        let value: AppliedSchemas
        let isRequired: Bool
        /// Whether null is allowed although the schema doesn't allow it.
        var isNullable = false
        /// Whether the property is among `properties`, rather than only in `required`.
        var isDeclared = true
        /// Whether the schemas that build on this one through `allOf` declare the property instead.
        var isDeclaredByHeirs = false
    }

    enum Additional {
        /// There are none, or nothing is stated.
        case none
        case any
        case values(AppliedSchemas)
    }

    var allowsAdditional: Bool { if case .none = additional { false } else { true } }
}

/// One or more of several shapes.
struct UnionShape {
    /// The schema that lists the alternatives, or that they build on.
    let owner: SchemaID
    let variants: [AppliedSchemas]
    /// Whether a value can have several of the shapes at once (`anyOf`).
    let isInclusive: Bool
    /// Whether a value can also have none of the shapes.
    let allowsAnything: Bool
}
