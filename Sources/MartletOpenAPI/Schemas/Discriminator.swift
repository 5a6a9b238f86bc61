package import MartletSource

/// The property whose value determines which of several schemas applies (OpenAPI 3.2.0, 4.25, Discriminator Object).
package struct Discriminator: Sendable {
    package let propertyName: SpecText
    /// The values of the property and their schemas.
    package let mapping: [Target]
    /// The schema if the property is absent or its value isn't mapped, since OpenAPI 3.2.
    package let defaultMapping: Reference?
    package let location: Location

    /// A value of the property, and the name of its schema or a reference to it.
    package struct Target: Sendable {
        package let value: SpecText
        package let reference: Reference
    }
}

extension SchemaFields {
    mutating func discriminator() -> Discriminator? {
        guard let node = node(.discriminator) else { return nil }
        // In Swagger 2.0, the discriminator is the name of the property.
        if node.kind == .scalar, let name = node.text, context.version == .v2 {
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
