import MartletModel
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The pagination of a method.
    func context(of pagination: Pagination, _ variables: [Identifier: Identifier]) -> TemplateValue {
        func variable(_ label: Identifier?) -> TemplateValue {
            .name(label.map { variables[$0] ?? $0 })
        }
        let kinds = ["offset", "page", "cursor", "link", "linkHeader"]
        let kind: TemplateChoice
        switch pagination.kind {
        case .offset(let offset, let limit):
            kind = TemplateChoice("offset", ["position": variable(offset), "size": variable(limit)], among: kinds)
        case .page(let number, let first, let size):
            kind = TemplateChoice(
                "page",
                [
                    "position": variable(number), "first": first == 1 ? .null : .string(String(first)),
                    "size": variable(size),
                ],
                among: kinds
            )
        case .cursor(let cursor, let next):
            kind = TemplateChoice("cursor", ["position": variable(cursor), "next": context(of: next)], among: kinds)
        case .link(let next): kind = TemplateChoice("link", ["next": context(of: next)], among: kinds)
        case .linkHeader: kind = TemplateChoice("linkHeader", true, among: kinds)
        }
        return [
            "kind": .choice(kind),
            "elements": context(of: pagination.elements),
            "elementType": .string(pagination.element.code(in: place)),
            "hasNext": pagination.hasNext.map(context) ?? .null,
        ]
    }

    private func context(of hasNext: Pagination.HasNext) -> TemplateValue {
        let kinds = ["flag", "link"]
        switch hasNext {
        case .flag(let access): return .choice(TemplateChoice("flag", context(of: access), among: kinds))
        case .link(let access):
            // Without any links, a page doesn't tell whether another one follows.
            guard let next = access.linkStep, next > 0 else {
                return .choice(TemplateChoice("link", ["links": nil, "next": context(of: access)], among: kinds))
            }
            let links = Pagination.ValuePath(steps: Array(access.steps[..<next]))
            let link = Pagination.ValuePath(steps: [access.steps[next]])
            return .choice(
                TemplateChoice("link", ["links": context(of: links), "next": context(of: link)], among: kinds)
            )
        }
    }

    /// The path from a page to a value: its steps, each with whether the value before it can be `nil`.
    private func context(of access: Pagination.ValuePath) -> TemplateValue {
        let kinds = ["property", "nullable", "key", "last"]
        var steps: [TemplateValue] = []
        var isOptional = false
        for step in access.steps {
            let kind: TemplateChoice
            let isChained = isOptional
            isOptional = true
            switch step {
            case .property(let name, let mayLack):
                kind = TemplateChoice("property", .name(name), among: kinds)
                isOptional = mayLack
            case .nullable(let name): kind = TemplateChoice("nullable", .name(name), among: kinds)
            case .key(let key): kind = TemplateChoice("key", .text(key), among: kinds)
            case .last: kind = TemplateChoice("last", true, among: kinds)
            }
            steps.append(["isChained": .bool(isChained), "kind": .choice(kind)])
        }
        return ["steps": .list(steps), "isOptional": .bool(isOptional)]
    }
}

extension Pagination.ValuePath {
    /// The step that leads to the link of the next page.
    fileprivate var linkStep: Int? {
        steps.lastIndex { step in
            switch step {
            case .key: true
            case .property(let name, _), .nullable(let name): name.text == "next"
            case .last: false
            }
        }
    }
}
