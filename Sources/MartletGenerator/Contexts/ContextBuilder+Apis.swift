import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTemplates

extension ContextBuilder {
    /// The type of one API with its methods, and the types that they alone need.
    func api(_ api: API) -> TemplateValue {
        [
            "name": .string(api.name.code),
            "documentation": .lines(
                DocumentationComment.lines([api.description ?? api.title], indentation: 0, page: path(ofPage: api))
            ),
            "methods": .list(api.methods.map { context(of: $0, page: path(ofPage: api)) }),
            "choices": .list(choices(of: api).map(choice)),
        ]
    }

    private func context(of method: Method, page: String?) -> TemplateValue {
        let signature = MethodSignature(method, accessPrefix)
        let returned = method.result.type
        let isData = method.result.isData
        return [
            "documentation": .lines(documentation(for: method, page: page)),
            "hasAttribute": .bool(method.isDeprecated),
            "attribute": "@available(*, deprecated)",
            "signature": .lines(signature.lines(method.name, returns: returned.map { " -> \($0)" } ?? "")),
            "call": .lines(
                signature.call(
                    "\(returned == nil ? "_ = " : "")try await \(method.name.text)WithHTTPInfo(",
                    returned == nil ? ")" : ").body"
                )
            ),
            "detailedDocumentation": .lines(
                own("``\(signature.reference)`` with the response's status and headers.")
            ),
            "detailedSignature": .lines(
                signature.lines(
                    method.name.suffixed("WithHTTPInfo"),
                    returns: " -> ApiResponse<\(returned ?? "Void")>"
                )
            ),
            "request": .lines(request(for: method)),
            "statements": .lines(method.arguments.flatMap(statements)),
            "sending": .lines(sending(method, isData ? requestCall(of: signature) : "request")),
            "download": isData ? download(method, signature) : .null,
            "pages": method.pagination.map { pages(method, $0, signature) } ?? .null,
            "patch": method.patch.map { patch(method, $0, signature) } ?? .null,
        ]
    }

    /// Comment lines of our own above a member.
    func own(_ text: String) -> [String] { DocumentationComment.lines(own: text, indentation: 4) }

    // MARK: - Requests

    private func request(for method: Method) -> [String] {
        var arguments = [method.httpMethod.code, SwiftLiteral.string(method.path.request)]
        if !method.security.isEmpty {
            let alternatives = method.security.map { "[\($0.map { ".\($0.text)" }.joined(separator: ", "))]" }
            arguments.append("security: [\(alternatives.joined(separator: ", "))]")
        }
        let types = method.result.contentTypes
        if !types.isEmpty, types != ["application/json"] {
            arguments.append("accept: [\(types.map { SwiftLiteral.string($0) }.joined(separator: ", "))]")
        }
        if let statuses = method.result.statuses {
            arguments.append("success: [\(statuses.map(String.init).joined(separator: ", "))]")
        }
        if let header = method.idempotencyHeader {
            arguments.append("idempotencyHeader: \(SwiftLiteral.string(header))")
        }
        let isWhole = method.result.isData && method.arguments.isEmpty
        let binding = method.arguments.contains { $0.place.isStatement } ? "var" : "let"
        return Layout.list("\(isWhole ? "" : "\(binding) request = ")ApiRequest(", arguments, ")", indentation: 8)
    }

    /// Writes an argument into the request.
    private func statements(_ argument: Argument) -> [String] {
        let value = argument.variable.code
        switch argument.place {
        case .path(let name, let writing): return Self.statement("try request.setPath(", name, writing, value, .path)
        case .query(let name, let writing): return Self.statement("try request.addQuery(", name, writing, value, .query)
        case .header(let name, let writing):
            return Self.statement("try request.setHeader(", name, writing, value, .header)
        case .cookie(let name, let writing):
            return Self.statement("try request.addCookie(", name, writing, value, .cookie)
        case .queryString(let content):
            switch content.form {
            case .json: return ["try request.setQueryString(json: \(value))"]
            case .form:
                return Layout.list(
                    "try request.setQueryString(form: \(value)",
                    behind: encoding(content),
                    ")",
                    indentation: 8
                )
            default: return ["request.setQueryString(text: \(value))"]
            }
        case .body(let content):
            let contentType = content.hasContentTypeArgument ? "contentType" : nil
            return body(content, value, contentType: contentType, indentation: 8)
        case .bodyChoice(let cases): return body(cases, value, isRequired: argument.isRequired)
        case .server: return ["request.setServer(\(value).url)"]
        case .contentType: return []
        }
    }

    private static func statement(
        _ head: String,
        _ name: SpecText,
        _ writing: Argument.Writing,
        _ value: String,
        _ place: Parameter.Place
    ) -> [String] {
        var arguments = [SwiftLiteral.string(name)]
        switch writing {
        case .json: arguments.append("json: \(value)")
        case .style(let style, let explode, let allowReserved, let allowEmptyValue):
            arguments.append(value)
            // Later versions have one style in headers, whatever a document says.
            let isFixed = place == .header && ![.spaceDelimited, .pipeDelimited, .tabDelimited].contains(style)
            if style != place.usualStyle, !isFixed { arguments.append("style: .\(style.rawValue)") }
            if explode != place.usuallyExplodes { arguments.append("explode: \(explode)") }
            if allowReserved, place == .path || place == .query { arguments.append("allowReserved: true") }
            if allowEmptyValue { arguments.append("allowEmptyValue: true") }
        }
        return Layout.list(head, arguments, ")", indentation: 8)
    }

    private func body(_ cases: [ContentChoice.Case], _ value: String, isRequired: Bool) -> [String] {
        let branches = cases.flatMap { member -> [String] in
            guard let content = member.content else { return [] }
            let names = content.hasContentTypeArgument ? "let value, let contentType" : "let value"
            return ["case .\(member.name.text)(\(names)):"]
                + body(
                    content,
                    "value",
                    contentType: content.hasContentTypeArgument ? "contentType" : nil,
                    indentation: 12
                ).map { "    \($0)" }
        }
        return ["switch \(value) {"] + branches + (isRequired ? [] : ["case nil:", "    request.leaveBodyOut()"]) + [
            "}"
        ]
    }

    /// - Parameter contentType: the variable that has the type; `nil` where the document says it.
    private func body(_ content: Content, _ value: String, contentType: String?, indentation: Int) -> [String] {
        let type = contentType ?? SwiftLiteral.string(content.defaultContentType)
        let isUsual = content.defaultContentType == content.form.usualContentType
        let typeArgument = isUsual ? [] : ["contentType: \(type)"]
        switch content.form {
        case .json, .events:
            return Layout.list("try request.setBody(", ["json: \(value)"] + typeArgument, ")", indentation: indentation)
        case .sequence:
            return Layout.list(
                "try request.setBody(",
                ["sequence: \(value)", "contentType: \(type)"],
                ")",
                indentation: indentation
            )
        case .text:
            return Layout.list(
                "request.setBody(",
                ["text: \(value)", "contentType: \(type)"],
                ")",
                indentation: indentation
            )
        case .bytes:
            return Layout.list("request.setBody(", [value, "contentType: \(type)"], ")", indentation: indentation)
        case .form, .multipart:
            let label = content.form == .form ? "form" : "multipart"
            return Layout.list(
                "try request.setBody(\(label): \(value)",
                behind: encoding(content),
                "\(typeArgument.map { ", \($0)" }.joined()))",
                indentation: indentation
            )
        }
    }

    /// The encodings of a form's properties, as elements of a dictionary.
    private func encoding(_ content: Content) -> [String] {
        content.encoding.map { encoding in
            let name = SwiftLiteral.string(encoding.property)
            switch encoding.writing {
            case .style(let style, let explode, let allowReserved):
                var arguments: [String] = []
                if style != .form { arguments.append(".\(style.rawValue)") }
                if !explode { arguments.append("explode: false") }
                if allowReserved { arguments.append("allowReserved: true") }
                return "\(name): .style(\(arguments.joined(separator: ", ")))"
            case .content(let type):
                var arguments = [type.map { SwiftLiteral.string($0) } ?? "nil"]
                if !encoding.headers.isEmpty {
                    let headers = encoding.headers.map {
                        "\(SwiftLiteral.string($0.name)): \(SwiftLiteral.string($0.value))"
                    }
                    arguments.append("headers: [\(headers.joined(separator: ", "))]")
                }
                return "\(name): .content(\(arguments.joined(separator: ", ")))"
            }
        }
    }

    // MARK: - Responses

    private func sending(_ method: Method, _ request: String) -> [String] {
        let arguments = ["\(request)", "options: options"]
        func send(_ function: String, _ reading: String? = nil) -> [String] {
            Layout.list(
                "\(method.result.isData ? "" : "return ")try await client.\(function)(",
                arguments,
                reading.map { ") { \($0) }" } ?? ")",
                indentation: 8
            )
        }
        switch method.result.kind {
        case .none: return send("send")
        case .content(let content):
            switch content.form {
            case .json: return send("send")
            case .events: return send("events")
            case .sequence: return send("sequence")
            default: return send("send", "try $0.\(content.form.reading)()")
            }
        case .optional(let content): return send("send", "try $0.isEmpty ? nil : $0.\(content.form.reading)()")
        case .choice(let choice):
            let branches = choice.cases.enumerated().flatMap { index, member -> [String] in
                let isLast = index == choice.cases.count - 1
                let label = isLast ? "default:" : member.status?.caseLabel ?? "default:"
                let reading = member.content.map { "(try response.\($0.form.reading)())" } ?? ""
                return ["    \(label) .\(member.name.text)\(reading)"]
            }
            return ["return try await client.send(request, options: options) { response in"]
                + ["    switch response.statusCode {"] + branches.map { $0 } + ["    }", "}"]
        }
    }

    // MARK: - Choices

    /// The enums that an API's methods take and give.
    private func choices(of api: API) -> [ContentChoice] {
        api.methods.filter { $0.variantOf == nil }.flatMap { method -> [ContentChoice] in
            let bodies = method.arguments.compactMap { argument -> ContentChoice? in
                guard case .bodyChoice(let cases) = argument.place, case .named(let name) = argument.type else {
                    return nil
                }
                return ContentChoice(name: name, cases: cases)
            }
            if case .choice(let choice) = method.result.kind { return bodies + [choice] }
            return bodies
        }
    }

    private func choice(_ choice: ContentChoice) -> TemplateValue {
        [
            "name": .string(choice.name.last.code),
            "documentation": .string(
                choice.cases.contains { $0.status == nil } ? "What can be sent." : "What comes back, by its status."
            ),
            "cases": .list(
                choice.cases.map { member in
                    let payload = member.content.map { content in
                        let type = content.argumentType.code()
                        return content.hasContentTypeArgument && member.status == nil
                            ? "(\(type), contentType: String = \(SwiftLiteral.string(content.defaultContentType)))"
                            : "(\(type))"
                    }
                    let types = (member.content?.contentTypes ?? []).map { "`\($0.unencoded)`" }.joined(separator: ", ")
                    return [
                        "name": .string(member.name.code),
                        "payload": .string(payload ?? ""),
                        "documentation": .lines(
                            DocumentationComment.lines(
                                [
                                    member.description
                                        ?? SpecText(types.isEmpty ? "No content." : "Content of type \(types).")
                                ],
                                indentation: 4
                            )
                        ),
                    ]
                }
            ),
        ]
    }
}

extension Argument.Place {
    /// Whether the argument changes the request after it has been made.
    fileprivate var isStatement: Bool {
        if case .contentType = self { false } else { true }
    }
}

extension Parameter.Place {
    /// The style that the runtime's functions take unless they are told another one.
    fileprivate var usualStyle: Parameter.Style { self == .path || self == .header ? .simple : .form }
    fileprivate var usuallyExplodes: Bool { self == .query || self == .cookie }
}

extension Content.Form {
    fileprivate var usualContentType: SpecText? {
        switch self {
        case .json: "application/json"
        case .form: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data"
        case .sequence, .events, .text, .bytes: nil
        }
    }

    /// The function of the runtime's `ResponseReader`.
    fileprivate var reading: String {
        switch self {
        case .json: "json"
        case .bytes, .sequence: "data"
        case .form, .multipart, .events, .text: "text"
        }
    }
}

extension StatusPattern {
    fileprivate var caseLabel: String? {
        switch self {
        case .code(let code): "case \(code):"
        case .range(let hundreds): "case \(hundreds)00...\(hundreds)99:"
        case .default: nil
        }
    }
}

extension MartletOpenAPI.HTTPMethod {
    /// The runtime's constant for the method, or one made of its name.
    var code: String {
        switch name {
        case "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE": ".\(name.unencoded.lowercased())"
        default: "HTTPMethod(rawValue: \(SwiftLiteral.string(name)))"
        }
    }
}

extension Method {
    /// The header that lets the server tell a repeated request from a new one (draft-ietf-httpapi-idempotency-key-header),
    /// where the operation declares it.
    fileprivate var idempotencyHeader: SpecText? {
        for argument in arguments {
            guard case .header(let name, .style) = argument.place, argument.type == .string else { continue }
            if ["idempotency-key", "x-idempotency-key"].contains(name.unencoded.lowercased()) { return name }
        }
        return nil
    }
}
