package import MartletOpenAPI
package import MartletSource

/// A type that the client declares.
///
/// A class, because it is passed around far more often than created.
package final class Declaration: Sendable {
    package enum Kind: Sendable {
        case structure(Structure)
        case enumeration(Enumeration)
        /// One of several types.
        case union(Union)
        /// One or more of several types at once: every type that a value fits.
        case overlap(Union)
        case tuple(Tuple)
        /// A `typealias`.
        case alias(TypeReference)
        /// A struct around a type that leads back to this one, which a `typealias` can't express.
        case wrapper(TypeReference)
    }

    package let name: TypeName
    package let description: SpecText?
    package let isDeprecated: Bool
    package let example: Value?
    /// What restricts the values of a schema with a name besides their type.
    package let limits: [Limit]
    /// The location of the schema in the document.
    package let location: Location
    package let kind: Kind

    init(
        name: TypeName,
        description: SpecText?,
        isDeprecated: Bool,
        example: Value?,
        limits: [Limit],
        location: Location,
        kind: Kind
    ) {
        self.name = name
        self.description = description
        self.isDeprecated = isDeprecated
        self.example = example
        self.limits = limits
        self.location = location
        self.kind = kind
    }

    /// The same declaration with another kind.
    func with(_ kind: Kind) -> Declaration {
        Declaration(
            name: name,
            description: description,
            isDeprecated: isDeprecated,
            example: example,
            limits: limits,
            location: location,
            kind: kind
        )
    }
}

/// A struct with the properties of an object.
package struct Structure: Sendable {
    /// In document order.
    package internal(set) var properties: [Property]
    /// The property for values under other keys; `nil` when the document doesn't state that there are any.
    package let additionalProperties: AdditionalProperties?
    /// The keys that several of the unions have, or a union and a property.
    package let sharedKeys: [SpecText]
    /// Whether other keys tell that a value is of another one of several types.
    package let refusesOthers: Bool
    /// The name of the property that stores the decoded object, if several parts may have the same keys.
    package let sharedName: Identifier?
    /// Unions that are encoded in the same JSON object as the properties.
    package internal(set) var flattenedUnions: [FlattenedUnion]
    package internal(set) var nested: [Declaration]

    /// The keys that no additional property has: those of the properties and of the unions' types.
    package var knownKeys: [SpecText] {
        var keys = properties.map(\.wireName)
        for union in flattenedUnions { keys += union.keys.filter { !keys.contains($0) } }
        return keys
    }

    /// A property that collects the values under all other keys.
    package struct AdditionalProperties: Sendable {
        package let name: Identifier
        package let value: TypeReference
        /// Whether the values must not appear in descriptions.
        package let isSecret: Bool
    }

    /// A union that is encoded in the same JSON object as the struct's properties.
    package struct FlattenedUnion: Sendable {
        package let name: Identifier
        package let type: TypeReference
        /// The keys of the properties that the union's types declare.
        package let keys: [SpecText]
        package internal(set) var isIndirect = false
    }
}

extension [[SpecText]] {
    /// The keys that several of the lists have, in order.
    package var repeatedKeys: [SpecText] {
        var counts: [SpecText: Int] = [:]
        for key in lazy.flatMap(Set.init) { counts[key, default: 0] += 1 }
        var found: Set<SpecText> = []
        return flatMap(\.self).filter { counts[$0, default: 0] > 1 && found.insert($0).inserted }
    }
}
