package import MartletSource

/// How a value says which of several schemas it fits (Discriminator Object, 4.25).
package struct Discriminator: Sendable {
    package let propertyName: SpecText
    /// Values of the property, each with the schema that it stands for.
    package let mapping: [Target]
    /// What a value without the property, or with a value that nothing else claims, fits; since OpenAPI 3.2.
    package let defaultMapping: Reference?
    package let location: Location

    /// A value and the name or reference of its schema.
    package struct Target: Sendable {
        package let value: SpecText
        package let reference: Reference
    }
}

extension SchemaFields {
    mutating func discriminator() -> Discriminator? {
        guard let node = node(.discriminator) else { return nil }
        // Swagger 2.0 has the property's name alone.
        if node.kind == .scalar, let name = node.text {
            return Discriminator(propertyName: name, mapping: [], defaultMapping: nil, location: node.location)
        }
        guard var fields = Fields(of: node, "Discriminator Object", context),
            let name = fields.requiredText(.propertyName)
        else { return nil }
        let mapping = fields.map(.mapping).compactMap { entry in
            entry.value.text.map {
                Discriminator.Target(
                    value: entry.keyText,
                    reference: Reference(target: $0, location: entry.value.location)
                )
            }
        }
        let defaultMapping = fields.node(.defaultMapping).flatMap { node in
            node.text.map { Reference(target: $0, location: node.location) }
        }
        fields.finish()
        return Discriminator(
            propertyName: name,
            mapping: mapping,
            defaultMapping: defaultMapping,
            location: node.location
        )
    }
}
