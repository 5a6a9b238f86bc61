import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// A type and those within it.
    func declaration(_ declaration: Declaration) -> TemplateValue {
        var kinds: TemplateObject = [
            "structure": .null, "enumeration": .null, "union": .null, "overlap": .null, "tuple": .null, "alias": .null,
            "wrapper": .null,
        ]
        let scope = declaration.name.path
        switch declaration.kind {
        case .structure(let value): kinds["structure"] = structure(value, in: scope)
        case .enumeration(let value): kinds["enumeration"] = enumeration(value, in: scope)
        case .union(let value): kinds["union"] = union(value, in: scope)
        case .overlap(let value): kinds["overlap"] = overlap(value, in: scope)
        case .tuple(let value): kinds["tuple"] = tuple(value, in: scope)
        case .alias(let type): kinds["alias"] = .string(type.code())
        case .wrapper(let type): kinds["wrapper"] = .string(type.code())
        }
        let indentation = (scope.count - 1) * 4
        kinds["name"] = .string(declaration.name.last.code)
        kinds["documentation"] = .lines(
            DocumentationComment.lines(
                [declaration.description, declaration.isDeprecated ? "Deprecated." : nil],
                indentation: indentation
            )
        )
        kinds["nested"] = .list(declaration.nested.map { self.declaration($0) })
        if scope.count == 1 { kinds["patchables"] = .list(patchables(of: declaration)) }
        return .object(kinds)
    }

    /// The columns before the members of a type.
    func indentation(of scope: [Identifier]) -> Int { scope.count * 4 }

    private func enumeration(_ enumeration: Enumeration, in scope: [Identifier]) -> TemplateValue {
        let columns = indentation(of: scope)
        return [
            "isLarge": .bool(enumeration.isLarge),
            "rawValue": .string(enumeration.rawValue.code),
            "known": .lines(
                Layout.list(
                    "\(accessPrefix)static let knownCases: KnownCases<Self> = [",
                    enumeration.cases.map { ".\($0.name.text)" },
                    "]",
                    indentation: columns
                )
            ),
            "declarations": .lines(enumeration.isLarge ? [] : declarations(of: enumeration, columns)),
            "cases": .list(
                enumeration.cases.map { member in
                    let value = SwiftLiteral.value(member.value, of: enumeration.rawValue)
                    let name = member.name.text
                    let property = "\(accessPrefix)static var \(member.name.code): Self {"
                    return [
                        "name": .string(member.name.code),
                        "writing": .lines(Layout.statement("case .\(name):", value, indentation: columns + 4)),
                        "property": .lines(
                            Layout.statement(property, "Self(rawValue: \(value))", "}", indentation: columns)
                        ),
                        "documentation": .lines(
                            DocumentationComment.lines([member.description], indentation: columns)
                        ),
                    ]
                }
            ),
        ]
    }

    /// The cases with their comments; those without any share lines.
    private func declarations(of enumeration: Enumeration, _ columns: Int) -> [String] {
        var lines: [String] = []
        var names: [String] = []
        func endLine() {
            let items = names.enumerated().map { $0 == names.count - 1 ? $1 : "\($1)," }
            for line in Layout.filled(items, indentation: columns + 5) {
                lines.append("case \(line.utf8.last == UInt8(ascii: ",") ? String(line.dropLast()) : line)")
            }
            names = []
        }
        for member in enumeration.cases {
            let comment = DocumentationComment.lines([member.description], indentation: columns)
            if !comment.isEmpty {
                endLine()
                lines += comment
            }
            names.append(member.name.code)
            if !comment.isEmpty { endLine() }
        }
        endLine()
        return lines
    }

    private func tuple(_ tuple: Tuple, in scope: [Identifier]) -> TemplateValue {
        let columns = indentation(of: scope)
        var parameters = tuple.elements.map { element in
            let type = element.type.code(in: scope)
            return "\(element.name.code): \(element.isRequired ? type : "\(type)? = nil")"
        }
        let rest = tuple.rest.map { "[\($0.code(in: scope))]" }
        if let rest { parameters.append("rest: \(rest) = []") }
        return [
            "elements": .list(
                tuple.elements.map { element in
                    let type = element.type.code(in: scope)
                    return [
                        "name": .string(element.name.code),
                        "type": .string(element.isRequired ? type : "\(type)?"),
                        "attribute": .string(attribute(element.isIndirect, isOptional: !element.isRequired)),
                        "documentation": .lines(
                            DocumentationComment.lines([element.description], indentation: columns)
                        ),
                        "reading": .string(element.isRequired ? "required" : "optional"),
                        "label": .string(element.isRequired ? "" : "optional: "),
                    ]
                }
            ),
            "rest": rest.map { .string($0) } ?? .null,
            "initializer": .lines(Layout.list("\(accessPrefix)init(", parameters, ") {", indentation: columns)),
        ]
    }

    /// The property wrapper of a value that is stored elsewhere.
    func attribute(_ isIndirect: Bool, isOptional: Bool) -> String {
        isIndirect ? isOptional ? "@IndirectOptional " : "@Indirect " : ""
    }
}

extension Enumeration {
    /// Whether there are so many values that the compiler would take long over an enum: the time for its switches grows
    /// with the square of their number and more.
    var isLarge: Bool { cases.count > 100 }
}

extension Enumeration.RawValue {
    /// The type as Swift spells it.
    var code: String {
        switch self {
        case .string: "String"
        case .int32: "Int32"
        case .int64: "Int64"
        case .double: "Double"
        case .json: "JSONValue"
        }
    }
}
