import MartletOpenAPI
package import MartletSource

extension TypeLowering {
    /// The properties of an object.
    ///
    /// - Parameters:
    ///   - secrets: names of the properties that the configuration calls secret.
    ///   - scope: where types without names of their own go: within the structure.
    func structure(of schema: Schema, secrets: Set<SpecText>, in scope: TypeScope) -> Structure {
        var scope = scope
        let required = Set(schema.required)
        checkProperties(of: schema, required)
        var allocator = NameAllocator(reserved: ReservedWords.members)
        let names = allocator.names(schema.properties.map(\.name)) { name in
            let identifier = Identifier.member(Words(name))
            return ReservedWords.members.contains(identifier.text) ? identifier.suffixed("Value") : identifier
        }
        let properties = schema.properties.compactMap { property -> Property? in
            guard let name = names[property.name] else { return nil }
            scope.wish = .type(Words(property.name))
            let inline: Schema? = if case .schema(let schema) = property.value { schema } else { nil }
            let target = schemas.schema(property.value)
            if target?.isNullable == true {
                let unsupported = Unsupported("nullable", at: property.location)
                diagnostics.report(unsupported.warning("null counts as absent"))
            }
            return Property(
                name: name,
                wireName: property.name,
                type: type(of: property.value, in: &scope),
                isRequired: required.contains(property.name) && target?.isNullable != true,
                isSecret: secrets.contains(property.name) || target?.format == "password",
                isDeprecated: inline?.isDeprecated ?? false,
                description: inline?.description ?? inline?.title,
                example: target?.example
            )
        }
        return Structure(properties: properties, nested: scope.declarations)
    }

    private func checkProperties(of schema: Schema, _ required: Set<SpecText>) {
        let names = Set(schema.properties.map(\.name))
        for name in schema.required where !names.contains(name) {
            diagnostics.report(.warning(.missingProperty(name), at: schema.location))
        }
        switch schema.additionalProperties {
        case .any where !schema.statesAdditionalProperties, .none: break
        case .any, .schema:
            let unsupported = Unsupported("additionalProperties beside properties", at: schema.location)
            diagnostics.report(unsupported.warning("they are ignored"))
        }
    }
}

extension Diagnostic.Message {
    package static func missingProperty(_ name: SpecText) -> Self {
        "\(name) is required, but the schema has no such property; the client can't send it"
    }
}
