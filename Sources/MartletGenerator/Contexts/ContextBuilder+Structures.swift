import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    func context(of structure: Structure, _ name: TypeName, in scope: NameScope) -> TemplateValue {
        let properties = structure.properties.map { context(of: $0, in: scope) }
        let parts = structure.flattenedUnions.map { context(of: $0, in: scope) }
        let additional = structure.additionalProperties.map { context(of: $0, in: scope) }
        return [
            "properties": .list(properties),
            "parts": .list(parts),
            "additional": additional ?? .null,
            "sharedName": structure.sharedName.map { .name($0) } ?? .null,
            "sharedKeys": .texts(structure.sharedKeys),
            "knownKeys": .texts(structure.knownKeys),
            "members": .list(properties + parts + (additional.map { [$0] } ?? [])),
            "refusesOthers": .bool(structure.refusesOthers),
            "hasMembers": .bool(
                !properties.isEmpty || !parts.isEmpty || additional != nil || structure.refusesOthers),
            "hasReads": .bool(!properties.isEmpty || additional != nil || structure.refusesOthers),
            "isPatchable": .bool(client.patchableModels.contains(name)),
            "isIdentifiable": .bool(client.identifiableModels.contains(name)),
        ]
    }

    private func context(of property: Property, in scope: NameScope) -> TemplateValue {
        let type = property.type.code(in: scope)
        let isRequired = property.presence == .required || property.presence == .requiredNullable
        let standard = property.initialValue.flatMap { examples.exactExpression(property.type, $0) }
        return [
            "name": .name(property.name),
            "key": .text(property.wireName),
            "index": nil,
            "type": .string(property.presence.type(type)),
            "valueType": .string(
                configuration.namespace == nil ? type : property.type.code(in: scope.outside(configuration.namespace))),
            "linkedType": linked(property.type, in: scope),
            "typeKind": typeKind(of: property.type),
            "isRequired": .bool(isRequired),
            "isNullable": .bool(property.presence.isNullable),
            "tellsNull": .bool(property.presence == .optionalNullable),
            "isOptional": .bool(property.presence != .required),
            "isArray": .bool(property.type.isArray),
            "isDictionary": .bool(property.type.isDictionary),
            "isJSON": .bool(property.type == .json),
            "isReadOnly": .bool(property.direction == .readOnly),
            "isWriteOnly": .bool(property.direction == .writeOnly),
            "isSecret": .bool(property.isSecret),
            "isDeprecated": .bool(property.isDeprecated),
            "storage": storage(
                of: property.presence.type(type), isSecret: property.isSecret, isIndirect: property.isIndirect),
            "hasUniqueItems": .bool(property.hasUniqueItems),
            "needsSelf": .bool(LocalNames.model.contains(property.name.text)),
            "constant": literal(property.constant),
            "default": standard.map { .string($0) } ?? .null,
            "isNilByDefault": .bool(property.isNilByDefault && standard == nil),
            "isEmptyByDefault": false,
            "documentedDefault": .text(property.documentedDefault),
            "description": .text(property.description),
            "notes": .list(notes(of: property)),
        ]
    }

    private func notes(of property: Property) -> [TemplateValue] {
        var notes: [TemplateValue] = []
        switch property.presence {
        case .required: break
        case .requiredNullable: notes.append(note("nullable"))
        case .optional: notes.append(note("optional"))
        case .optionalNullable, .optionalOrNull: notes += [note("optional"), note("nullable")]
        }
        switch property.direction {
        case .both: break
        case .readOnly: notes.append(note("readOnly"))
        case .writeOnly: notes.append(note("writeOnly"))
        }
        if let text = property.documentedDefault { notes.append(note("documentedDefault", .text(text))) }
        if property.isSecret { notes.append(note("secret")) }
        if property.isDeprecated { notes.append(note("deprecated")) }
        return notes
    }

    private func context(of part: Structure.FlattenedUnion, in scope: NameScope) -> TemplateValue {
        [
            "name": .name(part.name),
            "key": nil,
            "index": nil,
            "type": .string(part.type.code(in: scope)),
            "linkedType": linked(part.type, in: scope),
            "typeKind": typeKind(of: part.type),
            "isOptional": false,
            "storage": storage(of: part.type.code(in: scope), isIndirect: part.isIndirect),
            "default": nil,
            "isNilByDefault": false,
            "isEmptyByDefault": false,
            "description": nil,
            "notes": [note("part")],
        ]
    }

    private func context(of additional: Structure.AdditionalProperties, in scope: NameScope) -> TemplateValue {
        let type = TypeReference.dictionary(additional.value)
        return [
            "name": .name(additional.name),
            "key": nil,
            "index": nil,
            "type": .string(type.code(in: scope)),
            "linkedType": linked(type, in: scope),
            "typeKind": typeKind(of: type),
            "storage": storage(of: type.code(in: scope), isSecret: additional.isSecret, isIndirect: false),
            "default": nil,
            "isNilByDefault": false,
            "isEmptyByDefault": true,
            "description": nil,
            "notes": .list([note("additional")] + (additional.isSecret ? [note("secret")] : [])),
        ]
    }
}

extension Property.Presence {
    /// The declared type of a property with values of a type.
    func type(_ value: String) -> String {
        switch self {
        case .required: value
        case .requiredNullable, .optional, .optionalOrNull: "\(value)?"
        case .optionalNullable: "Nullable<\(value)>?"
        }
    }
}

extension TypeReference {
    fileprivate var isArray: Bool { if case .array = self { true } else { false } }
    fileprivate var isDictionary: Bool { if case .dictionary = self { true } else { false } }
}
