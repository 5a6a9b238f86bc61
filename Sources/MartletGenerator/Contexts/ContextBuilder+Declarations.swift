import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// A type and those within it.
    ///
    /// - Parameter indentation: the columns before the declaration.
    func declaration(_ declaration: Declaration, indentation: Int = 0) -> TemplateValue {
        var structure: TemplateValue = .null
        var enumeration: TemplateValue = .null
        var alias: TemplateValue = .null
        switch declaration.kind {
        case .structure(let value): structure = self.structure(value, indentation: indentation + 4)
        case .enumeration(let value): enumeration = self.enumeration(value)
        case .alias(let type): alias = .string(type.code)
        }
        return [
            "name": .string(declaration.name.code),
            "documentation": .lines(documentation(of: declaration, indentation)),
            "structure": structure,
            "enumeration": enumeration,
            "alias": alias,
        ]
    }

    private func documentation(of declaration: Declaration, _ indentation: Int) -> [String] {
        let deprecation: SpecText? = declaration.isDeprecated ? "Deprecated." : nil
        return DocumentationComment.lines([declaration.description, deprecation], indentation: indentation)
    }

    private func structure(_ structure: Structure, indentation: Int) -> TemplateValue {
        let parameters = structure.properties.map { property in
            let type = property.type.code
            return "\(property.name.code): \(property.isRequired ? type : "\(type)? = nil")"
        }
        return [
            "hasProperties": .bool(!structure.properties.isEmpty),
            "properties": .list(structure.properties.map { self.property($0, indentation: indentation) }),
            "initializer": .lines(
                Layout.list("\(accessPrefix)init(", parameters, ") {", indentation: indentation)
            ),
            "nested": .list(structure.nested.map { declaration($0, indentation: indentation) }),
        ]
    }

    private func property(_ property: Property, indentation: Int) -> TemplateValue {
        let deprecation: SpecText? = property.isDeprecated ? "Deprecated." : nil
        // Null is a value where any JSON is, and nothing where it isn't.
        let reading = property.isRequired ? "required" : property.type == .json ? "nullable" : "optional"
        return [
            "documentation": .lines(
                DocumentationComment.lines([property.description, deprecation], indentation: indentation)
            ),
            "attribute": .string(property.isSecret ? "@Redacted " : ""),
            "name": .string(property.name.code),
            "type": .string(property.isRequired ? property.type.code : "\(property.type.code)?"),
            "reading": .string(reading),
            "key": .string(SwiftLiteral.string(property.wireName)),
        ]
    }

    private func enumeration(_ enumeration: Enumeration) -> TemplateValue {
        [
            "cases": .list(
                enumeration.cases.map { member in
                    [
                        "name": .string(member.name.code),
                        "member": .string(member.name.text),
                        "value": .string(SwiftLiteral.string(member.value)),
                    ]
                }
            )
        ]
    }
}
