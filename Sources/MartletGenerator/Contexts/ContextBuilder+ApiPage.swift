import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The page of one API.
    func page(_ api: API) -> TemplateValue {
        [
            "name": .string(api.name.text),
            "description": .lines(MarkdownText.lines(api.description ?? api.title)),
            "baseURL": client.servers[0].cases.first.map { .string(MarkdownText.code($0.text)) } ?? .null,
            "methods": .list(api.methods.map { section($0, api) }),
        ]
    }

    private func section(_ method: Method, _ api: API) -> TemplateValue {
        let arguments = ExampleProgram.arguments(of: method, self)
        let types = method.result.contentTypes.map { MarkdownText.code($0) }
        let hasBodies = method.failures.contains { $0.type != nil }
        let details: TemplateObject = [
            "description": .lines(MarkdownText.lines(method.description)),
            "isDeprecated": .bool(method.isDeprecated),
            "example": .lines(ExampleProgram(of: method, in: api, arguments, self).lines),
            "detailedExample": .lines(ExampleProgram(of: method, in: api, arguments, isDetailed: true, self).lines),
            "detailedType": .string("`ApiResponse<\(method.result.type ?? "Void")>`"),
            "variants": .lines(variants(of: method)),
            "hasArguments": .bool(!method.arguments.isEmpty),
            "arguments": .list(method.arguments.map(row)),
            "returnType": .string(method.result.markdown(pages: pages) ?? "nothing (an empty body)"),
            "authorization": .string(authorization(of: method)),
            "contentType": .string(contentType(of: method)),
            "accept": .string(
                types.isEmpty ? hasBodies ? "`application/json`" : "not defined" : types.joined(separator: ", ")
            ),
            "responses": .list(responses(of: method)),
            "headers": .list(headers(of: method)),
            "hasHeaders": .bool(!method.headers.isEmpty),
            "headersType": .string(client.responseHeaders?.name.text ?? ""),
            "hasLinks": .bool(!method.links.isEmpty),
            "links": .list(
                method.links.map { link in
                    [
                        "name": .string(MarkdownText.code(link.name)),
                        "operation": .string(link.operation.map { MarkdownText.code($0) } ?? ""),
                        "description": .string(MarkdownText.inline(link.description)),
                    ]
                }
            ),
        ]
        return .object(summary(of: method).merging(details))
    }

    /// What tables of methods say of one.
    func summary(of method: Method) -> TemplateObject {
        [
            "method": .string(method.name.text),
            "anchor": .string(method.name.text.lowercased()),
            "request": .string("\(MarkdownText.code(method.httpMethod.name)) \(MarkdownText.code(method.path.text))"),
            "summary": .string(MarkdownText.inline(method.summary)),
        ]
    }

    /// What there is beside the method and the one with status and headers.
    private func variants(of method: Method) -> [String] {
        var variants: [String] = []
        let name = method.name.text
        if let pagination = method.pagination {
            let pages = pagination.pagesName.text
            let all = pagination.allName.text
            variants.append(
                "`\(pages)` gives the pages of the list one after the other, and `\(all)` their elements: each an "
                    + "`AsyncSequence` that asks for a page when it is wanted."
            )
        }
        if method.result.isData {
            variants.append(
                "With `to: file`, `\(name)` writes the body to a file while it comes, and tells how far it is."
            )
        }
        if let patch = method.patch {
            let model = patch.model.code()
            variants.append(
                "With `\(patch.label.text): [PatchStep<\(model)>]`, the steps' places are properties of the model: "
                    + "`.replace(\\.name, value)`, `.remove(\\.name)`."
            )
        }
        return variants
    }

    private func row(_ argument: Argument) -> TemplateValue {
        var notes = argument.isRequired ? [] : ["optional"]
        switch argument.defaultValue ?? argument.documentedDefault?.text.map({ .text($0) }) {
        case .text(let text) where !text.isEmpty: notes.append("default \(MarkdownText.code(text))")
        case .member(let name, _): notes.append("default `.\(name.text)`")
        default: break
        }
        if argument.isDeprecated { notes.append("deprecated") }
        return [
            "argument": .string(argument.label.text),
            "type": .string(argument.type.markdown(pages: pages)),
            "description": .string(MarkdownText.inline(argument.description ?? argument.placeDescription)),
            "notes": .string(notes.joined(separator: ", ")),
        ]
    }

    private func contentType(of method: Method) -> String {
        for argument in method.arguments {
            switch argument.place {
            case .body(let content):
                return content.contentTypes.map { MarkdownText.code($0) }.joined(separator: ", ")
            case .bodyChoice(let cases):
                let types = cases.flatMap { $0.content?.contentTypes ?? [] }
                return types.map { MarkdownText.code($0) }.joined(separator: ", ")
            default: continue
            }
        }
        return "not defined"
    }

    private func responses(of method: Method) -> [TemplateValue] {
        let successes: [TemplateValue]
        if case .choice(let choice) = method.result.kind {
            successes = choice.cases.map { member in
                row(
                    member.status?.text ?? "",
                    (member.content?.type.markdown(pages: pages)).map { "`.\(member.name.text)`: \($0)" }
                        ?? "`.\(member.name.text)`",
                    MarkdownText.inline(member.description)
                )
            }
        } else {
            let statuses = method.result.statuses.map { $0.map { String($0) }.joined(separator: ", ") }
            let type = method.result.markdown(pages: pages) ?? ""
            successes = [row(statuses ?? "2XX", type, MarkdownText.inline(method.result.description))]
        }
        return successes
            + method.failures.map {
                row($0.status.text, $0.type?.markdown(pages: pages) ?? "", MarkdownText.inline($0.description))
            }
    }

    private func row(_ status: String, _ type: String, _ description: String) -> TemplateValue {
        ["status": .string(status), "type": .string(type), "description": .string(description)]
    }

    private func headers(of method: Method) -> [TemplateValue] {
        method.headers.map { header in
            let name = header.unencoded.lowercased()
            let property = client.responseHeaders?.properties.first { $0.header.unencoded.lowercased() == name }
            return [
                "name": .string(MarkdownText.code(header)),
                "property": .string(property.map { "`\($0.name.text)`" } ?? ""),
                "type": .string(property?.type.markdown(pages: pages) ?? "String"),
                "description": .string(MarkdownText.inline(property?.description)),
            ]
        }
    }

    private func authorization(of method: Method) -> String {
        let alternatives = method.security.filter { !$0.isEmpty }.map { names in
            names.map { "[\($0.text)](../README.md#authorization)" }.joined(separator: " and ")
        }
        if alternatives.isEmpty { return "none" }
        let isOptional = method.security.contains(where: \.isEmpty)
        return alternatives.joined(separator: ", or ") + (isOptional ? ", or none" : "")
    }
}

extension Result {
    /// The type in Markdown; `nil` for none.
    fileprivate func markdown(pages: Set<Identifier>) -> String? {
        switch kind {
        case .content(let content) where content.form == .json: content.type.markdown(pages: pages)
        case .optional(let content) where content.form == .json: "\(content.type.markdown(pages: pages))?"
        default: type.map { "`\($0)`" }
        }
    }
}
