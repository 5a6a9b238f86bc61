import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// A body in one form.
    func context(of content: Content) -> TemplateValue {
        [
            "form": .choice(TemplateChoice(content.form.rawValue, true, among: Self.forms)),
            "type": .string(content.type.code(in: place)),
            "linkedType": linked(content.type),
            "typeKind": typeKind(of: content.type),
            "argumentType": .string(content.argumentType.code(in: place)),
            "contentTypes": .texts(content.contentTypes),
            "defaultContentType": .text(content.defaultContentType),
            "isUsualContentType": .bool(
                content.defaultContentType.map { $0 == content.form.usualContentType } ?? false
            ),
            "hasContentTypeArgument": .bool(content.hasContentTypeArgument),
            "isSecret": .bool(content.isSecret),
            "encoding": .list(content.encoding.map(context)),
        ]
    }

    private static let forms = Content.Form.allCases.map(\.rawValue)

    private func context(of encoding: Content.PropertyEncoding) -> TemplateValue {
        let kinds = ["style", "content"]
        let writing: TemplateChoice
        switch encoding.serialization {
        case .style(let style, let explode, let allowReserved):
            writing = TemplateChoice(
                "style",
                ["settings": .list(settings(style, explode: explode, allowReserved: allowReserved))],
                among: kinds
            )
        case .content(let type):
            let headers = encoding.headers.map { ["key": .text($0.name), "value": .text($0.value)] as TemplateValue }
            writing = TemplateChoice(
                "content",
                ["contentType": .text(type), "headers": .list(headers)],
                among: kinds
            )
        }
        return ["key": .text(encoding.property), "writing": .choice(writing)]
    }

    private func settings(_ style: Parameter.Style, explode: Bool, allowReserved: Bool) -> [TemplateValue] {
        let kinds = ["style", "explode", "allowReserved"]
        var settings: [TemplateChoice] = []
        if style != .form { settings.append(TemplateChoice("style", .string(style.rawValue), among: kinds)) }
        if !explode { settings.append(TemplateChoice("explode", .string(String(explode)), among: kinds)) }
        if allowReserved { settings.append(TemplateChoice("allowReserved", true, among: kinds)) }
        return settings.map { .choice($0) }
    }
}

extension Content.Form {
    /// The media type that the runtime sends by default.
    fileprivate var usualContentType: SpecText? {
        switch self {
        case .json: "application/json"
        case .form: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data"
        case .sequence, .events, .text, .bytes: nil
        }
    }
}
