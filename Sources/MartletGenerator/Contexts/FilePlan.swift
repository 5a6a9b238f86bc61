import MartletModel
import MartletSource
import MartletTemplates

/// A file to generate: its template, and the scopes in which names are looked up, the innermost last.
struct FilePlan {
    let path: String
    let template: String
    let scopes: [TemplateValue]
}

/// The contexts of a client.
struct Contexts {
    /// The context of the client, which every template sees.
    let client: TemplateValue
    let apis: [Subject]
    /// The top-level types.
    let models: [Subject]
    let configuration: Configuration
    let clientName: String

    /// An API or a model, for which templates can make files.
    struct Subject {
        let name: String
        let context: TemplateValue
    }
}

extension ContextBuilder {
    func contexts() -> Contexts {
        let apis = client.apis.map { Contexts.Subject(name: $0.name.text, context: context(of: $0)) }
        let models = client.declarations.map { Contexts.Subject(name: $0.name.last.text, context: context(of: $0)) }
        return Contexts(
            client: clientContext(apis: apis.map(\.context), models: models.map(\.context)),
            apis: apis,
            models: models,
            configuration: configuration,
            clientName: client.name.text
        )
    }
}

extension Contexts {
    /// The files of a client.
    func plans(
        _ layout: Generator.FileLayout,
        _ templates: ClientTemplates,
        _ diagnostics: DiagnosticCollector
    ) -> [FilePlan] {
        let plans: [FilePlan]
        switch layout {
        case .filePerType: plans = templates.files.flatMap { self.plans(of: $0) }
        case .fixedNames:
            plans = fixedNames()
            for file in templates.files where file.isOwn {
                let place = templates.front(of: file.template)
                diagnostics.report(.warning(.fileOfPlugin(file.template), at: place))
            }
        }
        var known: [String: String] = [:]
        for plan in plans {
            // File systems may ignore case.
            guard let other = known.updateValue(plan.template, forKey: plan.path.lowercased()) else { continue }
            let place = templates.front(of: plan.template)
            diagnostics.report(.error(.sameFile(plan.path, plan.template, other), at: place))
        }
        return plans
    }

    /// The files of a template, one for each of its subjects.
    private func plans(of file: ClientTemplates.File) -> [FilePlan] {
        if file.isPage, configuration.documentation == .none { return [] }
        func plan(_ name: String, _ scopes: [TemplateValue]) -> FilePlan {
            let path = file.front.path(["name": name, "client": clientName, "module": configuration.module.text])
                .within(configuration.namespace)
            return FilePlan(path: path, template: file.template, scopes: [client] + scopes)
        }
        switch file.front.subject {
        case .client: return [plan("", [])]
        case .api: return apis.map { plan($0.name, [["apis": [$0.context]], $0.context]) }
        case .model: return models.map { plan($0.name, [["models": [$0.context]], $0.context]) }
        case nil: return []
        }
    }

    /// Files with fixed names. The file of a type does not depend on the other types.
    private func fixedNames() -> [FilePlan] {
        let count = max(configuration.shards, 1)
        var shards = [[TemplateValue]](repeating: [], count: count)
        for model in models { shards[Int(StableHash.hash(model.name) % UInt64(count))].append(model.context) }
        return [
            FilePlan(path: "MartletClient.swift", template: "Client.swift", scopes: [client]),
            FilePlan(path: "MartletApis.swift", template: "Apis.swift", scopes: [client]),
        ]
            + shards.enumerated().map { index, shard in
                FilePlan(
                    path: "MartletModels\(index + 1).swift",
                    template: "Models.swift",
                    scopes: [client, ["models": .list(shard)]]
                )
            }
    }
}

extension String {
    /// The path of a Swift file with the namespace in its name, since a module can't have two files of one name.
    fileprivate func within(_ namespace: Identifier?) -> String {
        guard let namespace, hasSuffix(".swift") else { return self }
        let folder = FilePath.folder(of: self)
        return "\(folder)\(namespace.text)+\(Substring(utf8.dropFirst(folder.utf8.count)))"
    }
}

extension Diagnostic.Message {
    static func fileOfPlugin(_ template: String) -> Self {
        Self(
            .template,
            """
            \(quoted: "\(template).mustache") makes no file in the build plugin, whose files have fixed names; the command \
            `swift package generate` makes them
            """)
    }

    static func sameFile(_ path: String, _ template: String, _ other: String) -> Self {
        Self(
            .template,
            """
            \(quoted: path) is made by \(quoted: "\(template).mustache") and by \(quoted: "\(other).mustache")
            """, hint: "change the path on the first line of one of them")
    }
}
