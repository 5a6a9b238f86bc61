import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The overview of the module.
    func readme() -> TemplateValue {
        let first = client.apis.first.flatMap { api in api.methods.first.map { ExampleProgram(of: $0, in: api, self) } }
        return [
            "title": .string(MarkdownText.inline(client.title)),
            "version": .string(MarkdownText.inline(client.version)),
            "description": .lines(MarkdownText.lines(client.description)),
            "creation": .string(ExampleProgram.creation(of: client)),
            "hasExample": .bool(first != nil),
            "example": .lines(first?.lines ?? []),
            "apis": .list(client.apis.map { page($0) }),
            "models": .lines(client.declarations.map(\.name.last.text)),
            "credentials": .list(client.credentials.map(entry)),
            "servers": .list(client.servers.map(entry)),
        ]
    }

    private func entry(_ credential: Credential) -> TemplateValue {
        [
            "name": .string(credential.name.text),
            "scheme": .string(SwiftLiteral.string(credential.scheme)),
            "header": .string(MarkdownText.code(credential.header)),
            "description": .lines(MarkdownText.lines(credential.description)),
        ]
    }

    private func entry(_ server: ServerCase) -> TemplateValue {
        [
            "name": .string(server.name.text),
            "url": .string(MarkdownText.code(server.url)),
            "description": .string(MarkdownText.inline(server.description)),
        ]
    }
}
