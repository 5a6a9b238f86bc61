import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The page of one type, or its section in the page of the type around it.
    func page(_ declaration: Declaration) -> TemplateValue {
        var rows: [TemplateValue] = []
        var values: [String] = []
        var cases: [TemplateValue] = []
        var alias: TemplateValue = .null
        let scope = declaration.name.path
        switch declaration.kind {
        case .structure(let structure): rows = self.rows(structure, in: scope)
        case .tuple(let tuple): rows = self.rows(tuple, in: scope)
        case .enumeration(let enumeration):
            values = enumeration.cases.map { "`.\($0.name.text)`: \(MarkdownText.code($0.value.text ?? ""))" }
        case .union(let union):
            cases = union.cases.map { row(".\($0.name.text)", $0.type, $0.tags, $0.description, in: scope) }
        case .overlap(let union):
            cases = union.cases.map { row($0.name.text, $0.type, $0.tags, $0.description, in: scope) }
        case .alias(let type), .wrapper(let type):
            alias = .string(type.markdown(pages: pages))
        }
        var example: TemplateValue = .null
        if case .structure = declaration.kind {
            example = .string(examples.expression(.named(declaration.name), nil, name: "value"))
        }
        return [
            "name": .string(declaration.name.last.text),
            "description": .lines(MarkdownText.lines(declaration.description)),
            "isDeprecated": .bool(declaration.isDeprecated),
            "hasProperties": .bool(!rows.isEmpty),
            "properties": .list(rows),
            "nested": .list(declaration.nested.map { page($0) }),
            "hasValues": .bool(!values.isEmpty),
            "values": .lines(values),
            "hasCases": .bool(!cases.isEmpty),
            "cases": .list(cases),
            "alias": alias,
            "example": example,
        ]
    }

    private func rows(_ structure: Structure, in scope: [Identifier]) -> [TemplateValue] {
        var rows = structure.properties.map { property in
            row(
                property.name.text,
                property.type.markdown(pages: pages, in: scope),
                key: MarkdownText.code(property.wireName),
                property.description,
                notes: property.notes
            )
        }
        rows += structure.parts.map { part in
            row(
                part.name.text,
                part.type.markdown(pages: pages, in: scope),
                key: "",
                nil,
                notes: ["in the same object"]
            )
        }
        if let additional = structure.additionalProperties {
            let type = TypeReference.dictionary(additional.value).markdown(pages: pages, in: scope)
            rows.append(row(additional.name.text, type, key: "", nil, notes: ["all other properties"]))
        }
        return rows
    }

    private func rows(_ tuple: Tuple, in scope: [Identifier]) -> [TemplateValue] {
        var rows = tuple.elements.enumerated().map { index, element in
            row(
                element.name.text,
                element.type.markdown(pages: pages, in: scope),
                key: "\(index)",
                element.description,
                notes: element.isRequired ? [] : ["optional"]
            )
        }
        if let rest = tuple.rest {
            let type = TypeReference.array(rest).markdown(pages: pages, in: scope)
            rows.append(row("rest", type, key: "", nil, notes: ["all further elements"]))
        }
        return rows
    }

    private func row(
        _ name: String,
        _ type: String,
        key: String,
        _ description: SpecText?,
        notes: [String]
    ) -> TemplateValue {
        [
            "name": .string(name),
            "key": .string(key),
            "type": .string(type),
            "description": .string(MarkdownText.inline(description)),
            "notes": .string(notes.joined(separator: ", ")),
        ]
    }

    private func row(
        _ name: String,
        _ type: TypeReference,
        _ tags: [SpecText],
        _ description: SpecText?,
        in scope: [Identifier]
    ) -> TemplateValue {
        [
            "name": .string(name),
            "type": .string(type.markdown(pages: pages, in: scope)),
            "tags": .string(tags.map { MarkdownText.code($0) }.joined(separator: ", ")),
            "description": .string(MarkdownText.inline(description)),
        ]
    }
}

extension Property {
    /// What to say of a property in a few words each.
    fileprivate var notes: [String] {
        var notes: [String] = []
        switch presence {
        case .required: break
        case .requiredNullable: notes.append("may be null")
        case .optional: notes.append("optional")
        case .optionalNullable: notes += ["optional", "may be null"]
        }
        switch direction {
        case .both: break
        case .readOnly: notes.append("only in responses")
        case .writeOnly: notes.append("only in requests")
        }
        if let text = defaultText {
            notes.append(MarkdownText.inline(SpecText(text.prefix(1).lowercased() + text.dropFirst().dropLast())))
        }
        if isSecret { notes.append("secret") }
        if isDeprecated { notes.append("deprecated") }
        return notes
    }
}
