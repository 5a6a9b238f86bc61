import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    func structure(_ structure: Structure, in scope: [Identifier]) -> TemplateValue {
        let columns = indentation(of: scope)
        let additional = structure.additionalProperties
        let known = structure.properties.map { SwiftLiteral.string($0.wireName) }
        return [
            "hasMembers": .bool(
                !structure.properties.isEmpty || !structure.parts.isEmpty || additional != nil
            ),
            "hasReads": .bool(
                structure.properties.contains { $0.direction != .writeOnly } || additional != nil
            ),
            "properties": .list(structure.properties.map { property($0, in: scope) }),
            "parts": .list(
                structure.parts.map { part in
                    [
                        "name": .string(part.name.code),
                        "type": .string(part.type.code(in: scope)),
                        "attribute": .string(attribute(part.isIndirect, isOptional: false)),
                    ]
                }
            ),
            "additional": additional.map { additional in
                [
                    "name": .string(additional.name.code),
                    "type": .string("[String: \(additional.value.code(in: scope))]"),
                    "reading": .lines(
                        Layout.list(
                            "\(additional.name.code) = try object.others(than: [",
                            known,
                            "])",
                            indentation: columns + 4
                        )
                    ),
                ]
            } ?? .null,
            "initializer": .lines(
                Layout.list(
                    "\(accessPrefix)init(",
                    initializerParameters(structure, in: scope),
                    ") {",
                    indentation: columns
                )
            ),
        ]
    }

    private func initializerParameters(_ structure: Structure, in scope: [Identifier]) -> [String] {
        var parameters = structure.properties.map { property in
            let type = type(of: property, in: scope)
            let value = property.presence.isOptional ? "nil" : defaultExpression(of: property, in: scope)
            return "\(property.name.code): \(type)\(value.map { " = \($0)" } ?? "")"
        }
        parameters += structure.parts.map { "\($0.name.code): \($0.type.code(in: scope))" }
        if let additional = structure.additionalProperties {
            parameters.append("\(additional.name.code): [String: \(additional.value.code(in: scope))] = [:]")
        }
        return parameters
    }

    /// The document's default of a property that is always sent (JSON Schema Validation 2020-12, section 9.2). For others,
    /// leaving the property out means the default already.
    private func defaultExpression(of property: Property, in scope: [Identifier]) -> String? {
        guard let node = property.defaultValue else { return nil }
        if node.isNull { return property.presence == .requiredNullable ? "nil" : nil }
        return examples.exactExpression(property.type, node)
    }

    private func property(_ property: Property, in scope: [Identifier]) -> TemplateValue {
        let columns = indentation(of: scope)
        let name = property.name.code
        let isOptional = property.presence != .required
        return [
            "documentation": .lines(documentation(of: property, columns)),
            "attribute": .string(
                property.isSecret ? "@Redacted " : attribute(property.isIndirect, isOptional: isOptional)
            ),
            "name": .string(name),
            "type": .string(type(of: property, in: scope)),
            "key": .string(SwiftLiteral.string(property.wireName)),
            "isRead": .bool(property.direction != .writeOnly),
            // Within the methods, their own variables stand before properties.
            "readTarget": .string(["object", "decoder"].contains(property.name.text) ? "self.\(name)" : name),
            "reading": .string(property.reading),
            "listing": .string(property.listing),
        ]
    }

    private func type(of property: Property, in scope: [Identifier]) -> String {
        let type = property.type.code(in: scope)
        return switch property.presence {
        case .required: type
        case .requiredNullable, .optional: "\(type)?"
        case .optionalNullable: "Nullable<\(type)>?"
        }
    }

    private func documentation(of property: Property, _ indentation: Int) -> [String] {
        var notes: [String] = []
        if let text = property.defaultText { notes.append(text) }
        if property.hasUniqueItems { notes.append("No element is there twice.") }
        switch property.direction {
        case .both: break
        case .readOnly: notes.append("Only in responses.")
        case .writeOnly: notes.append("Only in requests.")
        }
        if property.isDeprecated { notes.append("Deprecated.") }
        return DocumentationComment.lines(
            [property.description, notes.isEmpty ? nil : SpecText(notes.joined(separator: " "))],
            indentation: indentation
        )
    }
}

extension Property {
    /// What the document says of a value that is left out; nothing when it is in the initialiser anyway.
    var defaultText: String? {
        guard presence.isOptional, let text = defaultValue?.text, !text.isEmpty, !isConstant else { return nil }
        return "Default: `\(LineText.lines(text).joined(separator: " ").replacing("`", with: "'"))`."
    }

    /// The function of `ObjectDecoder` that reads the property.
    fileprivate var reading: String {
        switch (presence, type) {
        case (.required, .array): "requiredArray"
        case (.required, .dictionary): "requiredDictionary"
        case (.required, _): "required"
        case (.requiredNullable, _): "requiredOrNull"
        // Null is a value where any JSON is, and nothing where it isn't.
        case (.optional, .json), (.optionalNullable, _): "nullable"
        case (.optional, .array): "optionalArray"
        case (.optional, .dictionary): "optionalDictionary"
        case (.optional, _): "optional"
        }
    }

    /// The call of `ObjectProperties` that adds the property.
    fileprivate var listing: String {
        let key = SwiftLiteral.string(wireName)
        // Within the method, its parameter stands before properties.
        let value = name.text == "object" ? "self.\(name.code)" : name.code
        if direction == .readOnly { return "add(readOnly: \(value))" }
        return "\(presence == .requiredNullable ? "addOrNull" : "add")(\(key), \(value))"
    }
}

extension Property.Presence {
    /// Whether the key may be absent.
    var isOptional: Bool { self == .optional || self == .optionalNullable }
}
