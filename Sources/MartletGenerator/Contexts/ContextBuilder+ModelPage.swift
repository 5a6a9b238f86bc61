import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The page of one type, or its section in the page of the type around it.
    func page(_ declaration: Declaration) -> TemplateValue {
        var structure: Structure?
        var values: [String] = []
        var alias: TemplateValue = .null
        switch declaration.kind {
        case .structure(let value): structure = value
        case .enumeration(let enumeration):
            values = enumeration.cases.map { "`.\($0.name.text)`: \(MarkdownText.code($0.value))" }
        case .alias(let type): alias = .string(type.markdown(pages: pages))
        }
        let example = structure.map { _ in examples.expression(.named(declaration.name), nil, name: "value") }
        return [
            "name": .string(declaration.name.text),
            "description": .lines(MarkdownText.lines(declaration.description)),
            "isDeprecated": .bool(declaration.isDeprecated),
            "isStructure": .bool(structure != nil),
            "properties": .list(structure.map { $0.properties.map(row) } ?? []),
            "nested": .list(structure.map { $0.nested.map { page($0) } } ?? []),
            "hasValues": .bool(!values.isEmpty),
            "values": .lines(values),
            "alias": alias,
            "example": example.map { .string($0) } ?? .null,
        ]
    }

    private func row(_ property: Property) -> TemplateValue {
        var notes: [String] = []
        if !property.isRequired { notes.append("optional") }
        if property.isSecret { notes.append("secret") }
        if property.isDeprecated { notes.append("deprecated") }
        return [
            "name": .string(property.name.text),
            "key": .string(MarkdownText.code(property.wireName)),
            "type": .string(property.type.markdown(pages: pages)),
            "description": .string(MarkdownText.inline(property.description)),
            "notes": .string(notes.joined(separator: ", ")),
        ]
    }
}
