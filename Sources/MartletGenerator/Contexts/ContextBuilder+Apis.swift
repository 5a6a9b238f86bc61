import MartletModel
import MartletTemplates

extension ContextBuilder {
    /// The operations of one tag.
    func context(of api: API) -> TemplateValue {
        let page = page(of: .api, api.name)
        place = NameScope(of: api, client, in: configuration)
        defer { place = .file }
        return .object(
            TemplateObject(
                description(api.description ?? api.title, page: page),
                and: [
                    "name": .name(api.name),
                    "accessor": .name(api.accessor),
                    "title": .text(api.title),
                    "methods": .list(api.methods.map { context(of: $0, in: api, page: page) }),
                    "choices": .list(api.choices.map(context)),
                ]
            )
        )
    }

    private func context(of choice: ContentChoice) -> TemplateValue {
        [
            "name": .name(choice.name.last),
            "isResult": .bool(!choice.cases.contains { $0.status == nil }),
            "cases": .list(choice.cases.map(context)),
        ]
    }

    func context(of member: ContentChoice.Case) -> TemplateValue {
        [
            "name": .name(member.name),
            "status": member.status.map(context) ?? .null,
            "content": member.content.map(context) ?? .null,
            "description": .text(member.description),
        ]
    }
}
