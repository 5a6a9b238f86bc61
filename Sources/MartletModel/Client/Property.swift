package import MartletSource

/// A stored property.
///
/// A class, since it is handed around far more often than made.
package final class Property: Sendable {
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
    package let defaultValue: Value?
    /// Whether the default is the only value there is.
    package let isConstant: Bool
    package let example: Value?
    /// Whether the value is stored elsewhere, since the type holds itself or would grow large.
    package let isIndirect: Bool

    init(
        name: Identifier,
        wireName: SpecText,
        type: TypeReference,
        format: SpecText?,
        presence: Presence,
        direction: Direction,
        isSecret: Bool,
        isDeprecated: Bool,
        hasUniqueItems: Bool,
        description: SpecText?,
        defaultValue: Value?,
        isConstant: Bool,
        example: Value?,
        isIndirect: Bool = false
    ) {
        self.name = name
        self.wireName = wireName
        self.type = type
        self.format = format
        self.presence = presence
        self.direction = direction
        self.isSecret = isSecret
        self.isDeprecated = isDeprecated
        self.hasUniqueItems = hasUniqueItems
        self.description = description
        self.defaultValue = defaultValue
        self.isConstant = isConstant
        self.example = example
        self.isIndirect = isIndirect
    }

    /// The same property, stored elsewhere.
    func indirect() -> Property {
        Property(
            name: name,
            wireName: wireName,
            type: type,
            format: format,
            presence: presence,
            direction: direction,
            isSecret: isSecret,
            isDeprecated: isDeprecated,
            hasUniqueItems: hasUniqueItems,
            description: description,
            defaultValue: defaultValue,
            isConstant: isConstant,
            example: example,
            isIndirect: true
        )
    }

    /// The document's default of a property that is always sent (JSON Schema Validation 2020-12, section 9.2). For others,
    /// leaving the property out means the default already.
    package var initialValue: Value? {
        guard !presence.isOptional, let defaultValue, defaultValue != .null else { return nil }
        return defaultValue
    }

    /// Whether a caller who does not name the property leaves it nil.
    package var isNilByDefault: Bool {
        presence.isOptional || presence == .requiredNullable && defaultValue == .null
    }

    /// What the document says of a value that is left out.
    package var documentedDefault: SpecText? {
        guard presence.isOptional, !isConstant, let text = defaultValue?.text, !text.isEmpty else { return nil }
        return text
    }

    /// Whether the key must be there, and whether its value may be null.
    package enum Presence: Sendable {
        case required
        /// The key is always there, with null for no value.
        case requiredNullable
        /// Without a value there is no key.
        case optional
        /// No key, null and a value are three different things.
        case optionalNullable

        /// Whether the key may be absent.
        package var isOptional: Bool { self == .optional || self == .optionalNullable }
    }

    package enum Direction: Sendable {
        case both
        /// In responses alone.
        case readOnly
        /// In requests alone.
        case writeOnly
    }
}
