import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// An argument of a method.
    ///
    /// - Parameters:
    ///   - variable: The argument's name inside the method.
    ///   - isPatch: Whether it takes the JSON Patch itself, which typed steps can replace.
    func context(of argument: Argument, _ variable: Identifier?, isPatch: Bool) -> TemplateValue {
        let type = argument.type.code(in: place)
        return [
            "label": .name(argument.label),
            "variable": .name(variable ?? argument.label),
            "isRenamed": .bool(variable != nil && variable != argument.label),
            "type": .string(argument.allowsEmptyValue ? "Nullable<\(type)>" : type),
            "linkedType": linked(argument.type),
            "typeKind": typeKind(of: argument.type),
            "spelling": .text(argument.spelling),
            "place": place(of: argument),
            "isRequired": .bool(argument.isRequired),
            "isSecret": .bool(argument.isSecret),
            "isDeprecated": .bool(argument.isDeprecated),
            "isPatch": .bool(isPatch),
            "default": argument.defaultValue.map(context) ?? .null,
            "documentedDefault": .text(argument.defaultValue == nil ? argument.namedDefault : nil),
            "description": .text(argument.description),
            "example": argument.isRequired || argument.example != nil
                ? .string(examples.expression(argument)) : .null,
            "notes": .list(notes(of: argument)),
        ]
    }

    private func context(of value: Argument.Default) -> TemplateValue {
        let kinds = ["text", "member"]
        return switch value {
        case .text(let text): .choice(TemplateChoice("text", .text(text), among: kinds))
        case .member(let name, let isCall):
            .choice(TemplateChoice("member", ["name": .name(name), "isCall": .bool(isCall)], among: kinds))
        }
    }

    private func notes(of argument: Argument) -> [TemplateValue] {
        var notes = argument.isRequired ? [] : [note("optional")]
        switch argument.defaultValue ?? argument.namedDefault.map({ .text($0) }) {
        case .text(let text): notes.append(note("default", .text(text)))
        case .member(let name, _): notes.append(note("defaultMember", .name(name)))
        default: break
        }
        if argument.isSecret { notes.append(note("secret")) }
        if argument.isDeprecated { notes.append(note("deprecated")) }
        return notes
    }

    private func place(of argument: Argument) -> TemplateValue {
        let kinds = Self.placeKinds
        return switch argument.place {
        case .path(let key, let writing):
            .choice(TemplateChoice("path", context(of: writing, key, .path), among: kinds))
        case .query(let key, let writing):
            .choice(TemplateChoice("query", context(of: writing, key, .query), among: kinds))
        case .header(let key, let writing):
            .choice(TemplateChoice("header", context(of: writing, key, .header), among: kinds))
        case .cookie(let key, let writing):
            .choice(TemplateChoice("cookie", context(of: writing, key, .cookie), among: kinds))
        case .queryString(let content): .choice(TemplateChoice("queryString", context(of: content), among: kinds))
        case .body(let content): .choice(TemplateChoice("body", context(of: content), among: kinds))
        case .bodyChoice(let cases):
            .choice(TemplateChoice("bodyChoice", ["cases": .list(cases.map(context))], among: kinds))
        case .contentType: .choice(TemplateChoice("contentType", true, among: kinds))
        case .server: .choice(TemplateChoice("server", true, among: kinds))
        }
    }

    private static let placeKinds = [
        "path", "query", "header", "cookie", "queryString", "body", "bodyChoice", "contentType", "server",
    ]

    /// How a parameter is serialized, where that differs from the defaults of the runtime.
    private func context(
        of writing: Argument.Serialization,
        _ key: SpecText,
        _ place: Parameter.Place
    ) -> TemplateValue {
        guard case .style(let style, let explode, let allowReserved, let allowEmptyValue) = writing else {
            return [
                "key": .text(key), "isJSON": true, "style": nil, "explode": nil, "allowReserved": false,
                "allowEmptyValue": false,
            ]
        }
        // Later versions have a single style in headers.
        let isFixed = place == .header && ![.spaceDelimited, .pipeDelimited, .tabDelimited].contains(style)
        return [
            "key": .text(key),
            "isJSON": false,
            "style": style == place.usualStyle || isFixed ? .null : .string(style.rawValue),
            "explode": explode == place.usuallyExplodes ? .null : .string(String(explode)),
            "allowReserved": .bool(allowReserved && (place == .path || place == .query)),
            "allowEmptyValue": .bool(allowEmptyValue),
        ]
    }
}

extension Parameter.Place {
    /// The default style of the runtime's functions.
    fileprivate var usualStyle: Parameter.Style { self == .path || self == .header ? .simple : .form }
    fileprivate var usuallyExplodes: Bool { self == .query || self == .cookie }
}

extension Argument {
    /// The default that the server uses according to the document, if it can be shown as text.
    fileprivate var namedDefault: SpecText? { documentedDefault?.text.flatMap { $0.isEmpty ? nil : $0 } }
}
