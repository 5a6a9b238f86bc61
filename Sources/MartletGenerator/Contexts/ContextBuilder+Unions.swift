import MartletModel
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
                        "tags": .texts(member.tags),
                        "writtenTag": member.needsTag ? .text(member.tags.first) : .null,
                        "isIndirect": .bool(member.isIndirect),
                        "storage": storage(of: types[member.name] ?? "", isIndirect: member.isIndirect),
                        "description": .text(member.description),
                    ]
                }
            ),
            "discriminator": .text(union.discriminator),
            "sharedName": union.sharedKeys.isEmpty ? .null : .name(union.sharedName),
            "sharedKeys": .texts(union.sharedKeys),
            "isAmbiguous": .bool(union.isAmbiguous),
            "isSecret": .bool(union.isSecret),
            "defaultCase": .name(union.defaultCase),
            "tests": .list(
                union.tests.map { test in
                    [
                        "name": .name(test.name), "type": .string(types[test.name] ?? ""),
                        "kind": .choice(context(of: test.kind)),
                    ]
                }
            ),
        ]
    }

    private func context(of test: Union.Test.Kind) -> TemplateChoice {
        let kinds = ["value", "object"]
        guard case .object(let present, let absent) = test else { return TemplateChoice("value", true, among: kinds) }
        let tests = [(true, present), (false, absent)].filter { !$0.1.isEmpty }
        return TemplateChoice(
            "object",
            ["keyTests": .list(tests.map { ["isPresence": .bool($0), "keys": .texts($1)] })],
            among: kinds
        )
    }
}
