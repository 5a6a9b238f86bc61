import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The overview of the module.
    func readme() -> TemplateValue {
        let first = client.apis.first.flatMap { api in
            api.methods.first.map { ExampleProgram(of: $0, in: api, ExampleProgram.arguments(of: $0, self), self) }
        }
        return [
            "title": .string(MarkdownText.inline(client.title)),
            "version": .string(MarkdownText.inline(client.version)),
            "description": .lines(MarkdownText.lines(client.description)),
            "creation": .string(ExampleProgram.creation(for: client.apis.first?.methods.first, self)),
            "hasExample": .bool(first != nil),
            "example": .lines(first?.lines ?? []),
            "apis": .list(
                client.apis.map { api in
                    ["name": .string(api.name.text), "methods": .list(api.methods.map { .object(summary(of: $0)) })]
                }
            ),
            "models": .lines(client.declarations.map(\.name.last.text)),
            "credentials": .list(client.credentials.map(entry)),
            "servers": .list(client.servers[0].cases.map(entry)),
            "otherServers": .list(
                client.servers.dropFirst().map { set in
                    ["name": .string(set.name.text), "cases": .list(set.cases.map(entry))]
                }
            ),
        ]
    }

    private func entry(_ credential: Credential) -> TemplateValue {
        let name = credential.name.text
        let place = "configuration.credentials[\(SwiftLiteral.string(credential.scheme))]"
        var use = "Sent in the header `Authorization`, as a bearer token."
        switch credential.kind {
        case .header(let header):
            use =
                "Sent in the header \(MarkdownText.code(header)). A prefix, if the server wants one, is a setting: "
                + "\(MarkdownText.code(SpecText("\(place)?.prefix = \"Bearer\"")))."
        case .query(let query): use = "Sent in the query, as \(MarkdownText.code(query))."
        case .cookie(let cookie): use = "Sent in the cookie \(MarkdownText.code(cookie))."
        case .basic:
            use = "User and password: `\(name): Credential.basic(username: username, password: password)`."
        case .bearer: break
        case .http(let scheme): use = "Sent in the header `Authorization`, behind \(MarkdownText.code(scheme))."
        case .mutualTLS: use = "A certificate that the transport presents; there is no argument for it."
        }
        var lines = [use]
        if credential.isArgument {
            lines += [
                "", "A credential that changes is asked for before each call:",
                MarkdownText.code(SpecText("\(place) = Credential { try await currentToken() }")) + ".",
            ]
        }
        for flow in credential.flows {
            guard let url = flow.tokenURL else { continue }
            let scopes = flow.scopes.map { MarkdownText.code($0.name) }.joined(separator: ", ")
            lines += [
                "",
                "The flow `\(flow.name)` gets tokens from \(MarkdownText.code(url))"
                    + (scopes.isEmpty ? "" : ", with the scopes \(scopes)")
                    + "; `OAuthTokens` asks for them and keeps them: `\(name): tokens`.",
            ]
        }
        return [
            "name": .string(name),
            "description": .lines(MarkdownText.lines(credential.description)),
            "use": .lines(lines),
        ]
    }

    private func entry(_ server: ServerSet.Case) -> TemplateValue {
        [
            "name": .string(server.name.text),
            "url": .string(MarkdownText.code(server.text)),
            "description": .string(MarkdownText.inline(server.description)),
        ]
    }
}
