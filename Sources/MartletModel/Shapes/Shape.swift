import MartletOpenAPI
import MartletSource

/// What kind of Swift type values of a schema ask for.
indirect enum Shape {
    /// Any JSON value.
    case any
    case scalar(TypeReference)
    case enumeration(EnumerationShape)
    case array(elements: Conjunction?)
    case tuple(TupleShape)
    /// An object whose keys are not known; any values without a schema for them.
    case map(values: Conjunction?)
    case structure(StructureShape)
    case union(UnionShape)
    /// The shape of a schema that has a name of its own.
    case reference(SchemaID)
}

/// A shape and whether null is a value beside those.
struct NullableShape {
    var shape: Shape
    var isNullable = false
}

/// A fixed set of values.
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

/// An array with types by position.
struct TupleShape {
    let elements: [Conjunction]
    /// How many elements are always there.
    let requiredCount: Int
    /// The elements behind those: none, of a schema, or of any kind.
    let rest: Rest

    enum Rest {
        case none, any
        case elements(Conjunction)
    }
}

/// An object with known properties.
struct StructureShape {
    let properties: [Property]
    let additional: Additional
    /// Sets of alternatives whose properties stand beside those.
    let unions: [Conjunction]
    /// Whether other keys than the known ones are forbidden.
    let isClosed: Bool

    struct Property {
        let name: SpecText
        let location: Location
        let value: Conjunction
        let isRequired: Bool
    }

    enum Additional {
        /// Nothing is said of them, or there are none.
        case none
        case any
        case values(Conjunction)
    }
}

/// Several shapes, one or more of which a value has.
struct UnionShape {
    /// The schema that lists the alternatives, or that they build on.
    let owner: SchemaID
    let variants: [Conjunction]
    /// Whether a value may have several of the shapes at once: `anyOf`.
    let isInclusive: Bool
    /// Whether a value may as well have none of the shapes.
    let allowsAnything: Bool
}
