package import MartletSource

/// A type that the client declares.
package struct Declaration: Sendable {
    package enum Kind: Sendable {
        case structure(Structure)
        case enumeration(Enumeration)
        case alias(TypeReference)
    }

    package let name: Identifier
    package let description: SpecText?
    package let isDeprecated: Bool
    package let example: Node?
    package let kind: Kind
}

/// A type with stored properties.
package struct Structure: Sendable {
    /// In document order.
    package let properties: [Property]
    /// Types that stand within this one, for schemas without a name of their own.
    package let nested: [Declaration]
}

/// An open set of strings: values that the document doesn't know are kept.
package struct Enumeration: Sendable {
    package struct Case: Sendable {
        package let name: Identifier
        package let value: SpecText
    }

    package let cases: [Case]
}

/// A stored property.
package struct Property: Sendable {
    package let name: Identifier
    /// The key in JSON.
    package let wireName: SpecText
    package let type: TypeReference
    /// Whether the key must be there.
    package let isRequired: Bool
    /// Whether the value must not show in descriptions and logs.
    package let isSecret: Bool
    package let isDeprecated: Bool
    package let description: SpecText?
    package let example: Node?
}
