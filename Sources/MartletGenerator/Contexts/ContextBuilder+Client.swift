import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The client's own type.
    func clientType() -> TemplateValue {
        let arguments = client.credentials.filter(\.isArgument)
        let parameters =
            arguments.map { credential in
                let type = "any CredentialSource"
                return "\(credential.name.code): \(needs(credential) ? type : "(\(type))? = nil")"
            }
            + ["server: \(client.servers[0].name.code)\(client.defaultServer.map { " = \($0)" } ?? "")"]
            + ["configure: (inout Configuration) -> Void = { _ in }"]
        return [
            "documentation": .lines(
                DocumentationComment.lines(
                    [SpecText(title), client.description], indentation: 0, page: hasPages ? "README.md" : nil)
            ),
            "apis": .list(
                client.apis.map { api in
                    [
                        "accessor": .lines(
                            Layout.statement(
                                "\(accessPrefix)var \(api.accessor.code): \(api.name.code) {",
                                "\(api.name.code)(apiClient)", "}", indentation: 4)
                        ),
                        "documentation": .lines(
                            DocumentationComment.lines([api.title], indentation: 4)
                        ),
                    ]
                }
            ),
            "servers": .list(client.servers.enumerated().map { serverSet($1, isMain: $0 == 0) }),
            "initializer": .lines(Layout.list("\(accessPrefix)init(", parameters, ") {", indentation: 4)),
            "parameters": .lines(
                arguments.flatMap { credential in
                    DocumentationComment.item(
                        "  - \(credential.name.text):",
                        credential.description ?? credential.placeDescription,
                        indentation: 4
                    )
                }
            ),
            "credentials": .list(client.credentials.map(credential)),
            "hasCredentials": .bool(!client.credentials.isEmpty),
            "hasSecretProperties": .bool(!client.secretProperties.isEmpty),
            "secretProperties": .lines(
                Layout.list(
                    "static let secretProperties = [",
                    client.secretProperties.map { SwiftLiteral.string($0) },
                    "]",
                    indentation: 4
                )
            ),
            "headers": client.responseHeaders.map(headers) ?? .null,
            "webhooks": client.webhooks.map(webhooks) ?? .null,
        ]
    }

    /// The name and version of the API.
    private var title: String {
        let title = LineText.lines(client.title).joined(separator: " ")
        return "\(title), version \(LineText.lines(client.version).joined(separator: " "))."
    }

    private func credential(_ credential: Credential) -> TemplateValue {
        let name = SwiftLiteral.string(credential.scheme)
        let scheme =
            switch credential.kind {
            case .header(let header): "apiKey(\(name), header: \(SwiftLiteral.string(header)))"
            case .query(let query): "apiKey(\(name), query: \(SwiftLiteral.string(query)))"
            case .cookie(let cookie): "apiKey(\(name), cookie: \(SwiftLiteral.string(cookie)))"
            case .basic: "basic(\(name))"
            case .bearer: "bearer(\(name))"
            case .http(let scheme): "http(\(name), scheme: \(SwiftLiteral.string(scheme)))"
            case .mutualTLS: "mutualTLS(\(name))"
            }
        return [
            "name": .string(credential.name.code),
            "member": .string(credential.name.text),
            "value": .string("\(credential.name.code)\(needs(credential) ? "" : "?")"),
            "scheme": .string(scheme),
            "isArgument": .bool(credential.isArgument),
        ]
    }

    // MARK: - Servers

    private func serverSet(_ set: ServerSet, isMain: Bool) -> TemplateValue {
        [
            "name": .string(set.name.code),
            "documentation": .string(isMain ? "Where the API is served." : "Where some of the operations are served."),
            "cases": .list(set.cases.map(serverCase)),
            "choices": .list(choices(of: set)),
        ]
    }

    /// The types of variables, each once.
    private func choices(of set: ServerSet) -> [TemplateValue] {
        var known: Set<Identifier> = []
        return set.cases.flatMap(\.variables).compactMap { variable in
            guard let choice = variable.type, known.insert(choice.name).inserted else { return nil }
            return [
                "name": .string(choice.name.code),
                "documentation": .string("Values of `\(variable.label.text)`."),
                "cases": .lines(
                    choice.cases.map { member in
                        let value = SwiftLiteral.string(member.value)
                        let isSame = value == "\"\(member.name.text)\""
                        return isSame ? member.name.code : "\(member.name.code) = \(value)"
                    }
                ),
            ]
        }
    }

    private func serverCase(_ server: ServerSet.Case) -> TemplateValue {
        let parameters =
            (server.isRelative ? ["relativeTo: URL?"] : [])
            + server.variables.map { "\($0.label.code): \($0.type?.name.code ?? "String") = \($0.defaultCode)" }
        var documentation = DocumentationComment.lines([server.description ?? server.text], indentation: 8)
        for variable in server.variables where variable.description != nil {
            if !documentation.contains("///") { documentation.append("///") }
            documentation += DocumentationComment.item(
                "- Parameter \(variable.label.text):",
                variable.description,
                indentation: 8
            )
        }
        let bindings = (server.isRelative ? ["let base"] : []) + server.variables.map { "let \($0.label.code)" }
        let pattern = bindings.isEmpty ? "" : "(\(bindings.joined(separator: ", ")))"
        let text = server.url.map { piece in
            switch piece {
            case .text(let text): return String(SwiftLiteral.string(text).dropFirst().dropLast())
            case .variable(let index):
                let variable = server.variables[index]
                return "\\(\(variable.label.code)\(variable.type == nil ? "" : ".rawValue"))"
            }
        }.joined()
        let url =
            server.isRelative ? "URL(string: \"\(text)\", relativeTo: base)?.absoluteURL" : "URL(string: \"\(text)\")"
        return [
            "declaration": .lines(
                parameters.isEmpty
                    ? ["case \(server.name.code)"]
                    : Layout.list("case \(server.name.code)(", parameters, ")", indentation: 8)
            ),
            "documentation": .lines(documentation),
            "url": .lines(Layout.statement("case .\(server.name.text)\(pattern):", url, indentation: 12)),
        ]
    }

    // MARK: - Headers and webhooks

    private func headers(_ headers: ResponseHeaders) -> TemplateValue {
        [
            "name": .string(headers.name.code),
            "properties": .list(
                headers.properties.map { property in
                    var arguments = [SwiftLiteral.string(property.header)]
                    if property.isJSON { arguments.append("as: .json") }
                    if property.explode { arguments.append("as: .exploded") }
                    let declaration = "\(accessPrefix)var \(property.name.code): \(property.type.code())? {"
                    return [
                        "documentation": .lines(
                            DocumentationComment.lines(
                                [
                                    property.description ?? SpecText("The header `\(property.header.unencoded)`."),
                                    property.isDeprecated ? "Deprecated." : nil,
                                ],
                                indentation: 4
                            )
                        ),
                        "declaration": .lines(
                            Layout.statement(
                                declaration,
                                "headers.decoded(\(arguments.joined(separator: ", ")))",
                                "}",
                                indentation: 4
                            )
                        ),
                    ]
                }
            ),
        ]
    }

    private func webhooks(_ webhooks: Webhooks) -> TemplateValue {
        [
            "name": .string(webhooks.name.code),
            "events": .list(
                webhooks.events.enumerated().map { index, event in
                    let origin = event.method.map { "The callback of `\($0.text)`." }
                    return [
                        "isFirst": .bool(index == 0),
                        "name": .string(event.name.code),
                        "title": .string(SwiftLiteral.string(event.title)),
                        "type": .string(event.type.code()),
                        "hasAttribute": .bool(event.isDeprecated),
                        "attribute": "@available(*, deprecated)",
                        "documentation": .lines(
                            DocumentationComment.lines(
                                [
                                    event.description ?? SpecText("The webhook `\(event.title.unencoded)`."),
                                    origin.map { SpecText($0) },
                                ],
                                indentation: 4
                            )
                                + ["///", "/// - Throws: ``ApiError`` when the body is not what the document says."]
                        ),
                    ]
                }
            ),
        ]
    }
}

extension Client {
    /// The credential that callers have to give: it is the only one, and some operation can't do without it.
    var neededCredential: Identifier? {
        let arguments = credentials.filter(\.isArgument)
        guard arguments.count == 1 else { return nil }
        let isNeeded = apis.contains { api in
            api.methods.contains { method in
                !method.security.isEmpty && method.security.allSatisfy { $0.contains(arguments[0].name) }
            }
        }
        return isNeeded ? arguments[0].name : nil
    }

    /// The server of a client that is told nothing of it; `nil` when callers have to say.
    var defaultServer: String? {
        guard let first = servers[0].cases.first, first.isComplete else { return nil }
        return ".\(first.name.text)\(first.variables.isEmpty ? "" : "()")"
    }
}

extension ServerSet.Variable {
    /// The default, as Swift.
    fileprivate var defaultCode: String {
        guard let type else { return SwiftLiteral.string(defaultValue) }
        let member = type.cases.first { $0.value == defaultValue } ?? type.cases.first
        return member.map { ".\($0.name.text)" } ?? SwiftLiteral.string(defaultValue)
    }
}

extension Credential {
    /// What to say of a credential that the document doesn't describe.
    fileprivate var placeDescription: SpecText {
        switch kind {
        case .header(let name): SpecText("The key in the header `\(name.unencoded)`.")
        case .query(let name): SpecText("The key in the query, `\(name.unencoded)`.")
        case .cookie(let name): SpecText("The key in the cookie `\(name.unencoded)`.")
        case .basic: "User and password: `Credential.basic(username:password:)`."
        case .bearer: "The bearer token."
        case .http(let scheme): SpecText("What stands behind `\(scheme.unencoded)` in the header `Authorization`.")
        case .mutualTLS: "The certificate."
        }
    }
}
