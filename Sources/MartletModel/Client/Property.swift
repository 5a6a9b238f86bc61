package import MartletSource

/// A stored property.
///
/// A class, because it is passed around far more often than created.
package final class Property: Sendable {
    package let name: Identifier
    /// The key in JSON.
    package let wireName: SpecText
    package let type: TypeReference
    /// The schema's `format`.
    package let format: SpecText?
    package let presence: Presence
    /// Whether the property is in requests, in responses, or in both.
    package let direction: Direction
    /// Whether the value must not appear in descriptions and logs.
    package let isSecret: Bool
    package let isDeprecated: Bool
    /// Whether the elements of an array must differ (`uniqueItems`).
    package let hasUniqueItems: Bool
    package let description: SpecText?
    /// The default that the document states.
    package let defaultValue: Value?
    /// Whether the default is the only value, as `const` states.
    package let isConstant: Bool
    /// Whether the document states the only value as the default too, so that servers expect an optional property.
    package let isConstantByDefault: Bool
    package let example: Value?
    /// Whether the value is stored on the heap, because the type contains itself or would become large.
    package let isIndirect: Bool
    /// The location of the property in the document.
    package let location: Location

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
        isConstantByDefault: Bool,
        example: Value?,
        isIndirect: Bool = false,
        location: Location
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
        self.isConstantByDefault = isConstantByDefault
        self.example = example
        self.isIndirect = isIndirect
        self.location = location
    }

    /// The same property, stored on the heap.
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
            isConstantByDefault: isConstantByDefault,
            example: example,
            isIndirect: true,
            location: location
        )
    }

    /// The documented default of a property that is always sent (JSON Schema 2020-12 Validation, 9.2), and the only value
    /// of one that servers expect. Leaving out any other property implies its default already.
    package var initialValue: Value? {
        guard !presence.isOptional || (presence == .optional && isConstantByDefault), let defaultValue,
            defaultValue != .null
        else { return nil }
        return defaultValue
    }

    /// Whether the property can be nil when the caller gives no value for it.
    package var isNilByDefault: Bool {
        presence.isOptional || presence == .requiredNullable && defaultValue == .null
    }

    /// The documented default of a property that can be left out, as text.
    package var documentedDefault: SpecText? {
        guard presence.isOptional, !isConstant, let text = defaultValue?.text, !text.isEmpty else { return nil }
        return text
    }

    /// Whether the key is required, and whether its value can be null.
    package enum Presence: Sendable {
        case required
        /// The key is always present; its value can be null.
        case requiredNullable
        /// The key is present only when there is a value.
        case optional
        /// An absent key, null and a value are three different states.
        case optionalNullable
        /// The key can be absent and the value null, which mean the same: only responses have the property.
        case optionalOrNull

        /// Whether the key can be absent.
        package var isOptional: Bool { [.optional, .optionalNullable, .optionalOrNull].contains(self) }

        /// Whether the value can be null in JSON.
        package var isNullable: Bool { [.requiredNullable, .optionalNullable, .optionalOrNull].contains(self) }
    }

    package enum Direction: Sendable {
        case both
        /// Only in responses.
        case readOnly
        /// Only in requests.
        case writeOnly
    }
}
