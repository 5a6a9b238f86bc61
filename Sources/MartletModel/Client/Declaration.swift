package import MartletSource

/// A type that the client declares.
///
/// A class, since it is handed around far more often than made.
package final class Declaration: Sendable {
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
    package let example: Value?
    /// Where the schema stands.
    package let location: Location
    package let kind: Kind

    init(
        name: TypeName,
        description: SpecText?,
        isDeprecated: Bool,
        example: Value?,
        location: Location,
        kind: Kind
    ) {
        self.name = name
        self.description = description
        self.isDeprecated = isDeprecated
        self.example = example
        self.location = location
        self.kind = kind
    }

    /// The same type as one of another kind.
    func with(_ kind: Kind) -> Declaration {
        Declaration(
            name: name,
            description: description,
            isDeprecated: isDeprecated,
            example: example,
            location: location,
            kind: kind
        )
    }
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
