import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The client's own type.
    func clientType() -> TemplateValue {
        let parameters =
            client.credentials.map { "\($0.name.code): String" }
            + ["server: Server\(client.servers.isEmpty ? "" : " = .\(client.servers[0].name.text)")"]
            + ["configure: (inout Configuration) -> Void = { _ in }"]
        return [
            "documentation": .lines(
                DocumentationComment.lines([SpecText(title), client.description], indentation: 0)
            ),
            "apis": .list(
                client.apis.map { api in
                    [
                        "accessor": .string(api.accessor.code),
                        "name": .string(api.name.code),
                        "documentation": .lines(
                            DocumentationComment.lines([api.title], indentation: 4)
                        ),
                    ]
                }
            ),
            "servers": .list(
                client.servers.map { server in
                    [
                        "name": .string(server.name.code),
                        "member": .string(server.name.text),
                        "documentation": .lines(
                            DocumentationComment.lines([server.description ?? server.url], indentation: 8)
                        ),
                        "url": .string(SwiftLiteral.string(server.url)),
                    ]
                }
            ),
            "initializer": .lines(Layout.list("\(accessPrefix)init(", parameters, ") {", indentation: 4)),
            "parameters": .lines(
                client.credentials.flatMap { credential in
                    DocumentationComment.item(
                        "  - \(credential.name.text):",
                        credential.description ?? credential.scheme,
                        indentation: 4
                    )
                }
            ),
            "credentials": .list(client.credentials.map(credential)),
            "hasCredentials": .bool(!client.credentials.isEmpty),
        ]
    }

    /// The name and version of the API.
    private var title: String {
        let title = LineText.lines(client.title).joined(separator: " ")
        return "\(title), version \(LineText.lines(client.version).joined(separator: " "))."
    }

    private func credential(_ credential: Credential) -> TemplateValue {
        [
            "name": .string(credential.name.code),
            "scheme": .string(SwiftLiteral.string(credential.scheme)),
            "header": .string(SwiftLiteral.string(credential.header)),
        ]
    }
}
