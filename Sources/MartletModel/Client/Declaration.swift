package import MartletSource

/// A type that the client declares.
package struct Declaration: Sendable {
    package enum Kind: Sendable {
        case structure(Structure)
        case enumeration(Enumeration)
        /// One of several types.
        case union(Union)
        /// Several types at once, as many as a value fits.
        case overlap(Union)
        case tuple(Tuple)
        /// Another name.
        case alias(TypeReference)
        /// A type around another one that leads back to this one, which an alias can't.
        case wrapper(TypeReference)
    }

    package let name: TypeName
    package let description: SpecText?
    package let isDeprecated: Bool
    package let example: Node?
    /// Where the schema stands.
    package let location: Location
    package internal(set) var kind: Kind
}

/// Types that stand within a declaration, for schemas without a name of their own.
package struct Structure: Sendable {
    /// In document order.
    package internal(set) var properties: [Property]
    /// What an object may hold beside the properties, under any name; `nil` when the document doesn't say that it may.
    package let additionalProperties: AdditionalProperties?
    /// Types whose own properties stand among those of this one.
    package internal(set) var parts: [Part]
    package internal(set) var nested: [Declaration]

    /// A property that collects the others.
    package struct AdditionalProperties: Sendable {
        package let name: Identifier
        package let value: TypeReference
    }

    /// One of several types, in the same JSON object as the properties around it.
    package struct Part: Sendable {
        package let name: Identifier
        package let type: TypeReference
        package internal(set) var isIndirect = false
    }
}

/// A stored property.
package struct Property: Sendable {
    package let name: Identifier
    /// The key in JSON.
    package let wireName: SpecText
    package let type: TypeReference
    /// What the document says of how the value is spelled.
    package let format: SpecText?
    package let presence: Presence
    /// Which ways the property travels.
    package let direction: Direction
    /// Whether the value must not show in descriptions and logs.
    package let isSecret: Bool
    package let isDeprecated: Bool
    /// Whether the elements of an array must differ.
    package let hasUniqueItems: Bool
    package let description: SpecText?
    /// The document's default.
    package let defaultValue: Node?
    /// Whether the default is the only value there is.
    package let isConstant: Bool
    package let example: Node?
    /// Whether the value is stored elsewhere, since the type holds itself or would grow large.
    package internal(set) var isIndirect = false

    /// Whether the key must be there, and whether its value may be null.
    package enum Presence: Sendable {
        case required
        /// The key is always there, with null for no value.
        case requiredNullable
        /// Without a value there is no key.
        case optional
        /// No key, null and a value are three different things.
        case optionalNullable
    }

    package enum Direction: Sendable {
        case both
        /// In responses alone.
        case readOnly
        /// In requests alone.
        case writeOnly
    }
}
