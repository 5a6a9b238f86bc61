import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// A type and its nested types.
    func context(of declaration: Declaration) -> TemplateValue {
        context(of: declaration, in: NameScope(of: declaration, in: configuration))
    }

    /// - Parameter scope: The type's own body.
    private func context(of declaration: Declaration, in scope: NameScope) -> TemplateValue {
        var example = TemplateValue.null
        if scope.path.count == 1, page(of: .model, declaration.name.last) != nil, case .structure = declaration.kind {
            example = .string(examples.expression(.named(declaration.name), nil, name: "value"))
        }
        return [
            "name": .name(declaration.name.last),
            "path": .string(declaration.name.code()),
            "isNested": .bool(scope.path.count > 1),
            "kind": .choice(kind(of: declaration, in: scope)),
            "nested": .list(declaration.nested.map { context(of: $0, in: scope.nested($0)) }),
            "description": .text(declaration.description),
            "isDeprecated": .bool(declaration.isDeprecated),
            "example": example,
        ]
    }

    private static let kinds = ["structure", "enumeration", "union", "overlap", "tuple", "alias", "wrapper"]

    private func kind(of declaration: Declaration, in scope: NameScope) -> TemplateChoice {
        switch declaration.kind {
        case .structure(let structure):
            let value = context(of: structure, declaration.name, in: scope)
            return TemplateChoice("structure", value, among: Self.kinds)
        case .enumeration(let enumeration):
            return TemplateChoice("enumeration", context(of: enumeration), among: Self.kinds)
        case .union(let union): return TemplateChoice("union", context(of: union, in: scope), among: Self.kinds)
        case .overlap(let union):
            return TemplateChoice("overlap", context(of: union, isOverlap: true, in: scope), among: Self.kinds)
        case .tuple(let tuple): return TemplateChoice("tuple", context(of: tuple, in: scope), among: Self.kinds)
        case .alias(let type): return TemplateChoice("alias", context(of: type, in: scope), among: Self.kinds)
        case .wrapper(let type): return TemplateChoice("wrapper", context(of: type, in: scope), among: Self.kinds)
        }
    }

    private func context(of type: TypeReference, in scope: NameScope) -> TemplateValue {
        ["type": .string(type.code(in: scope)), "linkedType": linked(type), "typeKind": typeKind(of: type)]
    }

    private func context(of tuple: Tuple, in scope: NameScope) -> TemplateValue {
        let elements: [TemplateValue] = tuple.elements.enumerated().map { index, element in
            let type = element.type.code(in: scope) + (element.isRequired ? "" : "?")
            return [
                "name": .name(element.name),
                "type": .string(type),
                "linkedType": linked(element.type, in: scope),
                "typeKind": typeKind(of: element.type),
                "key": nil,
                "index": .string(String(index)),
                "isOptional": .bool(!element.isRequired),
                "storage": storage(of: type, isIndirect: element.isIndirect),
                "description": .text(element.description),
                "notes": .list(element.isRequired ? [] : [note("optional")]),
            ]
        }
        let rest: TemplateValue? = tuple.rest.map { rest in
            [
                "name": "rest",
                "type": .string(TypeReference.array(rest).code(in: scope)),
                "linkedType": linked(.array(rest), in: scope),
                "typeKind": typeKind(of: .array(rest)),
                "key": nil,
                "index": nil,
                "description": nil,
                "notes": [note("rest")],
            ]
        }
        return [
            "elements": .list(elements),
            "rest": rest ?? .null,
            "isSecret": .bool(tuple.isSecret),
            "members": .list(elements + (rest.map { [$0] } ?? [])),
        ]
    }

    /// The type that holds a variable's value, if that isn't the declared type itself.
    func storage(of type: String, isSecret: Bool = false, isIndirect: Bool) -> TemplateValue {
        if isSecret { return .string("MartletSupport.Redacted<\(type)>") }
        guard isIndirect else { return .null }
        return .string(
            type.hasSuffix("?")
                ? "MartletSupport.IndirectOptional<\(type.dropLast())>" : "MartletSupport.Indirect<\(type)>")
    }

    /// A remark about a property or an argument in a table of documentation.
    func note(_ kind: String, _ value: TemplateValue = true) -> TemplateValue {
        .choice(TemplateChoice(kind, value, among: Self.notes))
    }

    private static let notes = [
        "optional", "nullable", "readOnly", "writeOnly", "default", "defaultMember", "documentedDefault", "secret",
        "deprecated", "part", "additional", "rest",
    ]
}
