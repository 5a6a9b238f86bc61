import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// A union: one or more of several types.
    func context(of union: Union, isOverlap: Bool = false, in scope: NameScope) -> TemplateValue {
        let types = Dictionary(
            uniqueKeysWithValues: union.cases.map { ($0.name, $0.type.code(in: scope) + (isOverlap ? "?" : "")) })
        return [
            "cases": .list(
                union.cases.map { member in
                    [
                        "name": .name(member.name),
                        "type": .string(types[member.name] ?? ""),
                        "linkedType": linked(member.type, in: scope),
                        "typeKind": typeKind(of: member.type),
                        "tags": .texts(member.tags.map(\.text)),
                        "tagPatterns": .list(member.tags.map { .choice(pattern(of: $0)) }),
                        "writtenTag": member.needsTag ? literal(member.tags.first) : .null,
                        "isClosed": .bool(member.only != nil),
                        "allKeys": .texts(member.only ?? []),
                        "isIndirect": .bool(member.isIndirect),
                        "storage": storage(of: types[member.name] ?? "", isIndirect: member.isIndirect),
                        "description": .text(member.description),
                    ]
                }
            ),
            "values": .list(union.values.map(context)),
            "lines": .list(lines(union.values)),
            "literals": .list(union.literals.map { context(of: $0, isListed: !union.values.isEmpty) }),
            "discriminator": .text(union.discriminator),
            "sharedName": union.sharedName.map { .name($0) } ?? .null,
            "sharedKeys": .texts(union.sharedKeys),
            "hasClosedCases": .bool(union.cases.contains { $0.only != nil }),
            "isAmbiguous": .bool(union.isAmbiguous),
            "isSecret": .bool(union.isSecret),
            "defaultCase": .name(union.defaultCase),
            "tests": .list(
                union.tests.map { test in
                    [
                        "name": .name(test.name), "type": .string(types[test.name] ?? ""),
                        "kind": .choice(context(of: test.conditions)),
                        "innerKeys": .list(test.conditions.excludedInside.map(context(ofPath:))),
                        "foreignInnerKeys": .list(test.conditions.foreignInside.map(context(ofPath:))),
                        "constant": literal(test.conditions.constant),
                    ]
                }
            ),
        ]
    }

    /// - Parameter isListed: Whether a literal can also be one of the values that the document lists.
    private func context(of literal: Union.LiteralForm, isListed: Bool) -> TemplateValue {
        [
            "name": .name(literal.name),
            "type": .string(literal.type.code()),
            "isListed": .bool(isListed && literal.kind == .string),
            "kind": .choice(
                TemplateChoice(literal.kind.rawValue, true, among: Union.LiteralForm.Kind.allCases.map(\.rawValue))),
        ]
    }

    private func context(ofPath path: [SpecText?]) -> TemplateValue {
        ["path": .list(path.map { ["key": .text($0)] })]
    }

    private func context(of conditions: Union.Test.Conditions) -> TemplateChoice {
        let tests: [(keys: [SpecText], kind: String)] = [
            (conditions.required, "isPresence"), (conditions.excluded, ""), (conditions.foreign, "isForeign"),
        ].filter { !$0.0.isEmpty }
        let kinds = ["value", "object"]
        if tests.isEmpty { return TemplateChoice("value", true, among: kinds) }
        let contexts = tests.map { test in
            [
                "isPresence": .bool(test.kind == "isPresence"), "isForeign": .bool(test.kind == "isForeign"),
                "keys": .texts(test.keys),
            ] as TemplateValue
        }
        return TemplateChoice("object", ["keyTests": .list(contexts)], among: kinds)
    }

    /// A value of the discriminator, for a `switch`.
    private func pattern(of tag: Literal) -> TemplateChoice {
        let value: (kind: String, value: TemplateValue) =
            switch tag {
            case .string: ("string", literal(tag))
            case .integer: ("integer", literal(tag))
            case .number: ("number", literal(tag))
            case .boolean: ("boolean", literal(tag))
            case .null: ("null", true)
            }
        return TemplateChoice(value.kind, value.value, among: ["string", "integer", "number", "boolean", "null"])
    }

    func literal(_ value: Literal?) -> TemplateValue { value.map { .string(SwiftLiteral.literal($0)) } ?? .null }
}
