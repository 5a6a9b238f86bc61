import MartletModel
import MartletOpenAPI
import MartletTemplates

extension ContextBuilder {
    /// The page of one API.
    func page(_ api: API) -> TemplateValue {
        [
            "name": .string(api.name.text),
            "description": .lines(MarkdownText.lines(api.description ?? api.title)),
            "baseURL": client.servers.first.map { .string(MarkdownText.code($0.url)) } ?? .null,
            "methods": .list(api.methods.map { section($0, api) }),
        ]
    }

    private func section(_ method: Method, _ api: API) -> TemplateValue {
        let path = MarkdownText.code(method.path.text)
        let result = method.result.type
        let hasBodies = result != nil || method.failures.contains { $0.type != nil }
        return [
            "method": .string(method.name.text),
            "anchor": .string(method.name.text.lowercased()),
            "request": .string("`\(LineText.lines(method.httpMethod.name).joined())` \(path)"),
            "summary": .string(MarkdownText.inline(method.summary)),
            "description": .lines(MarkdownText.lines(method.description)),
            "isDeprecated": .bool(method.isDeprecated),
            "example": .lines(ExampleProgram(of: method, in: api, self).lines),
            "detailedExample": .lines(ExampleProgram(of: method, in: api, isDetailed: true, self).lines),
            "detailedType": .string("`ApiResponse<\(result?.code() ?? "Void")>`"),
            "hasArguments": .bool(!method.arguments.isEmpty),
            "arguments": .list(method.arguments.map(row)),
            "returnType": .string(result?.markdown(pages: pages) ?? "nothing (an empty body)"),
            "authorization": .string(authorization(of: method)),
            "contentType": .string(contentType(of: method)),
            "accept": .string(hasBodies ? "`application/json`" : "not defined"),
            "responses": .list(responses(of: method)),
        ]
    }

    private func row(_ argument: Argument) -> TemplateValue {
        [
            "argument": .string(argument.label.text),
            "type": .string(argument.type.markdown(pages: pages)),
            "description": .string(MarkdownText.inline(argument.description ?? argument.placeDescription)),
            "notes": .string(argument.isRequired ? "" : "optional"),
        ]
    }

    private func contentType(of method: Method) -> String {
        for argument in method.arguments {
            if case .body(let contentType) = argument.place { return MarkdownText.code(contentType) }
        }
        return "not defined"
    }

    private func responses(of method: Method) -> [TemplateValue] {
        let statuses = method.result.statuses.map { $0.map { String($0) }.joined(separator: ", ") }
        let success = row(statuses ?? "2XX", method.result.type, MarkdownText.inline(method.result.description))
        return [success]
            + method.failures.map { row($0.status.text, $0.type, MarkdownText.inline($0.description)) }
    }

    private func row(_ status: String, _ type: TypeReference?, _ description: String) -> TemplateValue {
        [
            "status": .string(status),
            "type": .string(type?.markdown(pages: pages) ?? ""),
            "description": .string(description),
        ]
    }

    private func authorization(of method: Method) -> String {
        let alternatives = method.security.filter { !$0.isEmpty }.map { names in
            names.map { "[\($0.text)](../README.md#authorization)" }.joined(separator: " and ")
        }
        return alternatives.isEmpty ? "none" : alternatives.joined(separator: ", or ")
    }
}
