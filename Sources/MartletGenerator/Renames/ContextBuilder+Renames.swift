import MartletModel
import MartletTemplates

extension ContextBuilder {
    /// A declaration of an old name.
    func context(of alias: Renames.Alias) -> TemplateValue {
        [
            "kind": .choice(
                TemplateChoice(alias.kind.rawValue, true, among: Renames.Alias.Kind.allCases.map(\.rawValue))),
            "scope": alias.scope.map { .string($0) } ?? .null,
            "name": .name(alias.name),
            "newName": .string(alias.new),
            "type": .string(alias.type),
            "labels": .string(alias.parameters.map { "\($0.newLabel.text):" }.joined()),
            "parameters": .list(
                alias.parameters.map { parameter in
                    [
                        "name": .name(parameter.label), "newName": .name(parameter.newLabel),
                        "type": .string(parameter.type),
                    ]
                }
            ),
            "isAsync": .bool(alias.isAsync),
            "isDiscardable": .bool(alias.isDiscardable),
            "result": alias.result.isEmpty || alias.result == "Void" ? .null : .string(alias.result),
        ]
    }
}
