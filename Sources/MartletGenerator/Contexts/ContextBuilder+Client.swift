import MartletModel
import MartletTemplates

extension ContextBuilder {
    /// The context that every template sees: the client and the settings of the run.
    ///
    /// - Parameters:
    ///   - apis: The contexts of all APIs.
    ///   - models: The contexts of the top-level types.
    func clientContext(apis: [TemplateValue], models: [TemplateValue]) -> TemplateValue {
        .object(
            TemplateObject(
                description(client.description, page: page(of: .client)),
                and: [
                    "marker": .string(GeneratedFile.marker),
                    "martlet": .string(Generator.version),
                    "embedsRuntime": .bool(configuration.runtime == .embedded),
                    "access": .string(configuration.access == .internal ? "" : "\(configuration.access.rawValue) "),
                    "module": .name(configuration.module),
                    "namespace": .name(configuration.namespace),
                    "client": .name(client.name),
                    "title": .text(client.title),
                    "version": .text(client.version),
                    "apis": .list(apis),
                    "models": .list(models),
                    "servers": .list(client.servers.enumerated().map { context(of: $1, isMain: $0 == 0) }),
                    "credentials": .list(client.credentials.map(context)),
                    "secretProperties": .texts(client.secretProperties),
                    "responseHeaders": client.responseHeaders.map(context) ?? .null,
                    "webhooks": client.webhooks.map(context) ?? .null,
                    "exampleCredentials": .list(exampleCredentials(of: client.apis.first?.methods.first)),
                    "exampleServer": exampleServer,
                    "shared": configuration.shared?.owner.map { shared($0.configuration) } ?? .null,
                    "renames": .list(renames.map(context)),
                ]
            )
        )
    }

    /// The credentials that an example program passes to the client to call a method.
    func exampleCredentials(of method: Method?) -> [TemplateValue] {
        let names = method?.security.first { !$0.isEmpty }?.map(\.credential) ?? []
        let indices = Set(names.compactMap { credentialIndices[$0] } + [requiredCredential].compactMap(\.self))
        return indices.sorted().map { client.credentials[$0] }.filter(\.isArgument).map(context)
    }

    /// The server that an example program passes to the client; null if the client has a default server.
    private var exampleServer: TemplateValue {
        let kinds = ["relative", "custom"]
        guard let first = client.servers[0].cases.first else {
            return .choice(TemplateChoice("custom", true, among: kinds))
        }
        return first.isRelative ? .choice(TemplateChoice("relative", .name(first.name), among: kinds)) : .null
    }

    /// The types of another client.
    private func shared(_ owner: Configuration) -> TemplateValue {
        let path = [owner.module, owner.namespace].compactMap { $0?.code }
        return [
            "import": owner.module == configuration.module ? .null : .name(owner.module),
            "types": .list(
                client.imported.map { type in
                    [
                        "name": .name(type.name.last),
                        "type": .string((path + [type.name.last.code]).joined(separator: ".")),
                    ]
                }
            ),
        ]
    }

    private func context(of headers: ResponseHeaders) -> TemplateValue {
        [
            "name": .name(headers.name),
            "properties": .list(
                headers.properties.map { property in
                    [
                        "name": .name(property.name),
                        "key": .text(property.header),
                        "type": .string(property.type.code()),
                        "linkedType": linked(property.type),
                        "isJSON": .bool(property.isJSON),
                        "isExploded": .bool(property.explode),
                        "isDeprecated": .bool(property.isDeprecated),
                        "description": .text(property.description),
                    ]
                }
            ),
        ]
    }

    private func context(of webhooks: Webhooks) -> TemplateValue {
        [
            "name": .name(webhooks.name),
            "events": .list(
                webhooks.events.map { event in
                    [
                        "name": .name(event.name),
                        "key": .text(event.title),
                        "type": .string(event.type.code()),
                        "callbackOf": .name(event.method),
                        "isDeprecated": .bool(event.isDeprecated),
                        "description": .text(event.description),
                    ]
                }
            ),
        ]
    }
}
