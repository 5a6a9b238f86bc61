import MartletModel
import MartletTemplates

/// A file that is to be: its path, the template that makes it, and what the template sees.
struct FilePlan {
    let path: String
    let template: String
    let context: TemplateValue
}

extension ContextBuilder {
    func plans(_ layout: Generator.FileLayout) -> [FilePlan] {
        switch layout {
        case .filePerType: filePerType()
        case .fixedNames: fixedNames()
        }
    }

    /// A file for each type, and pages if the configuration asks for them.
    private func filePerType() -> [FilePlan] {
        var plans = [plan("\(client.name.text).swift", "Client.swift", clientType())]
        plans += client.apis.map { plan("APIs/\($0.name.text).swift", "Apis.swift", ["apis": [api($0)]]) }
        plans += client.declarations.map {
            plan("Models/\($0.name.last.text).swift", "Models.swift", ["declarations": [declaration($0)]])
        }
        guard configuration.documentation == .markdown else { return plans }
        plans.append(plan("README.md", "README.md", readme()))
        plans += client.apis.map { plan("docs/\($0.name.text).md", "Api.md", page($0)) }
        plans += client.declarations.map { plan("docs/\($0.name.last.text).md", "Model.md", page($0)) }
        return plans
    }

    /// Files with fixed names; a type goes to the same one whatever else the document declares.
    private func fixedNames() -> [FilePlan] {
        let count = max(configuration.shards, 1)
        var shards = [[TemplateValue]](repeating: [], count: count)
        for declaration in client.declarations {
            let shard = Int(StableHash.hash(declaration.name.last.text) % UInt64(count))
            shards[shard].append(self.declaration(declaration))
        }
        return [
            plan("MartletClient.swift", "Client.swift", clientType()),
            plan("MartletApis.swift", "Apis.swift", ["apis": .list(client.apis.map { api($0) })]),
        ]
            + shards.enumerated().map { index, shard in
                plan("MartletModels\(index + 1).swift", "Models.swift", ["declarations": .list(shard)])
            }
    }

    private func plan(_ path: String, _ template: String, _ context: TemplateValue) -> FilePlan {
        FilePlan(path: path, template: template, context: shared(context))
    }
}
