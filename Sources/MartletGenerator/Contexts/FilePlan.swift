import MartletModel
import MartletTemplates

/// A file that is to be.
struct FilePlan {
    let path: String
    /// The template that makes it.
    let template: String
    /// What the template sees; made when the file is, for that of a large document fills the memory.
    let context: () -> TemplateValue
}

extension ContextBuilder {
    func plans() -> [FilePlan] {
        switch layout {
        case .filePerType: filePerType()
        case .fixedNames: fixedNames()
        }
    }

    /// A file for each type, and pages if the configuration asks for them.
    private func filePerType() -> [FilePlan] {
        var plans = [plan("\(client.name.text).swift", "Client.swift") { self.clientType() }]
        plans += client.apis.map { api in
            plan("APIs/\(api.name.text).swift", "Apis.swift") { ["apis": [self.api(api)]] }
        }
        plans += client.declarations.map { type in
            plan("Models/\(type.name.last.text).swift", "Models.swift") { ["declarations": [self.declaration(type)]] }
        }
        guard hasPages else { return plans }
        plans.append(plan("README.md", "README.md") { self.readme() })
        plans += client.apis.map { api in plan("docs/\(api.name.text).md", "Api.md") { self.page(api) } }
        plans += client.declarations.map { type in
            plan("docs/\(type.name.last.text).md", "Model.md") { self.page(type) }
        }
        return plans
    }

    /// Files with fixed names; a type goes to the same one whatever else the document declares.
    private func fixedNames() -> [FilePlan] {
        let count = max(configuration.shards, 1)
        var shards = [[Declaration]](repeating: [], count: count)
        for declaration in client.declarations {
            shards[Int(StableHash.hash(declaration.name.last.text) % UInt64(count))].append(declaration)
        }
        return [
            plan("MartletClient.swift", "Client.swift") { self.clientType() },
            plan("MartletApis.swift", "Apis.swift") { ["apis": .list(self.client.apis.map { self.api($0) })] },
        ]
            + shards.enumerated().map { index, shard in
                plan("MartletModels\(index + 1).swift", "Models.swift") {
                    ["declarations": .list(shard.map { self.declaration($0) })]
                }
            }
    }

    private func plan(_ path: String, _ template: String, _ context: @escaping () -> TemplateValue) -> FilePlan {
        FilePlan(path: path, template: template) { self.shared(context()) }
    }
}
