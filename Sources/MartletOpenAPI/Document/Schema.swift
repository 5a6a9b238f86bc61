package import MartletSource

/// The shape of a value (Schema Object, 4.7.24).
package struct Schema: Sendable {
    /// The `type` keyword.
    package enum Kind: String, Sendable {
        case string, number, integer, boolean, array, object
    }

    /// What an object may hold beyond its properties.
    package enum AdditionalProperties: Sendable {
        /// Absent or `true`.
        case any
        /// `false`.
        case none
        case schema(SchemaOrReference)
    }

    /// `nil` when any JSON value will do.
    package let kind: Kind?
    package let format: SpecText?
    package let title: SpecText?
    package let description: SpecText?
    package let isNullable: Bool
    package let isDeprecated: Bool
    /// The members of `enum` in document order; `nil` without the keyword.
    package let enumeration: [Node]?
    /// In document order.
    package let properties: [Named<SchemaOrReference>]
    package let required: [SpecText]
    package let additionalProperties: AdditionalProperties
    /// Whether the keyword `additionalProperties` is there at all.
    package let statesAdditionalProperties: Bool
    package let items: SchemaOrReference?
    package let example: Node?
    /// The first keyword that martlet can't turn into a type yet.
    package let unsupported: Unsupported?
    package let location: Location
}

/// A schema, or a reference to one.
package indirect enum SchemaOrReference: Sendable {
    case schema(Schema)
    case reference(Reference)
}
