import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    func context(of set: ServerSet, isMain: Bool) -> TemplateValue {
        let standard = set.cases.first.flatMap { $0.isComplete ? $0 : nil }
        return [
            "name": .name(set.name),
            "isMain": .bool(isMain),
            "default": standard.map {
                ["name": .name($0.name), "isCall": .bool(!$0.variables.isEmpty)]
            } ?? .null,
            "cases": .list(set.cases.map(context)),
            "choices": .list(choices(of: set)),
        ]
    }

    /// The types of the variables, without duplicates.
    private func choices(of set: ServerSet) -> [TemplateValue] {
        var known: Set<Identifier> = []
        return set.cases.flatMap(\.variables).compactMap { variable in
            guard let choice = variable.type, known.insert(choice.name).inserted else { return nil }
            return [
                "name": .name(choice.name),
                "label": .name(variable.label),
                "cases": .list(
                    choice.cases.map { member in
                        let isSame = member.value == SpecText(member.name.text)
                        return ["name": .name(member.name), "value": isSame ? .null : .text(member.value)]
                    }
                ),
            ]
        }
    }

    private func context(of server: ServerSet.Case) -> TemplateValue {
        let variables = server.variables.map(context)
        let base = TemplateChoice("base", true, among: Self.parameterKinds)
        return [
            "name": .name(server.name),
            "url": .text(server.text),
            "isRelative": .bool(server.isRelative),
            "description": .text(server.description),
            "variables": .list(variables),
            "parameters": .list(
                (server.isRelative ? [.choice(base)] : [])
                    + variables.map { .choice(TemplateChoice("variable", $0, among: Self.parameterKinds)) }
            ),
            "pieces": .list(
                server.url.map { piece in
                    switch piece {
                    case .text(let text): .choice(TemplateChoice("text", .text(text), among: Self.pieceKinds))
                    case .variable(let index):
                        .choice(TemplateChoice("variable", variables[index], among: Self.pieceKinds))
                    }
                }
            ),
        ]
    }

    private static let parameterKinds = ["base", "variable"]
    private static let pieceKinds = ["text", "variable"]

    private func context(of variable: ServerSet.Variable) -> TemplateValue {
        [
            "label": .name(variable.label),
            "type": .name(variable.type?.name),
            "default": .text(variable.defaultValue),
            "member": .name(variable.defaultMember),
            "description": .text(variable.description),
        ]
    }
}
