import MartletOpenAPI
package import MartletSource

/// Lowers the parameters and the body of an operation to the arguments of its method.
struct ArgumentLowering {
    private let types: TypeLowering
    private let bodies: BodyLowering
    private let diagnostics: DiagnosticCollector

    init(_ types: TypeLowering, _ diagnostics: DiagnosticCollector) {
        self.types = types
        bodies = BodyLowering(types, diagnostics)
        self.diagnostics = diagnostics
    }

    /// The arguments: required ones first, otherwise those of the path, of the query, of headers and of cookies, each in
    /// document order, with the body after the parameters.
    ///
    /// - Parameters:
    ///   - typeName: The prefix of names for types without a name of their own.
    ///   - servers: The operation's own servers, if it has some.
    func arguments(
        of operation: ResolvedOperation,
        _ typeName: Identifier,
        servers: (type: TypeName, set: ServerSet)?
    ) -> [Argument] {
        var labels = ArgumentLabels(reserved: types.options.templateNames.labels)
        let pathNames = Set(operation.path.names)
        let sent = operation.parameters.filter { isSent($0, pathNames) }
        // Those of one place are in document order.
        let parameters = sent.enumerated()
            .sorted { ($0.element.place.rank, $0.offset) < ($1.element.place.rank, $1.offset) }.map(\.element)
        labels.add(parameters, types)
        var arguments = parameters.map { argument($0, labels.label(of: $0), typeName) }
        arguments += operation.undeclaredNames.map { name in
            Argument(
                labels.take(.member(Words(name)), orElse: "Parameter"),
                .path(name, .style(.simple, explode: false, allowReserved: false, allowEmptyValue: false)),
                .string,
                isRequired: true
            )
        }
        if let body = operation.operation.requestBody {
            arguments += self.arguments(body, of: operation, typeName, &labels)
        }
        if let servers {
            let first = servers.set.cases.first { $0.isComplete }
            arguments.append(
                Argument(
                    labels.take(.member("server"), orElse: "Value"),
                    .server,
                    .named(servers.type),
                    isRequired: first == nil,
                    default: first.map { .member($0.name, isCall: !$0.variables.isEmpty) }
                )
            )
        }
        return arguments.filter(\.isRequired) + arguments.filter { !$0.isRequired }
    }

    /// Whether the parameter can be sent.
    private func isSent(_ parameter: Parameter, _ pathNames: Set<SpecText>) -> Bool {
        switch parameter.place {
        case .path: return pathNames.contains(parameter.name)
        case .query, .cookie, .querystring: return true
        case .header:
            let name = parameter.name.lowercased()
            // OpenAPI ignores parameters for these three headers (OpenAPI 3.2.0, 4.12.2.1).
            let isOwn = ["accept", "content-type", "authorization"].contains(name)
            if isOwn { diagnostics.report(.warning(.ignoredHeader(parameter.name), at: parameter.location)) }
            // These headers frame the message (RFC 9112, section 6); the client rejects them, regardless of their origin.
            let isFraming = ["connection", "content-length", "host", "transfer-encoding"].contains(name)
            if isFraming { diagnostics.report(.warning(.framingHeader(parameter.name), at: parameter.location)) }
            return !isOwn && !isFraming
        }
    }

    private func argument(_ parameter: Parameter, _ label: Identifier, _ typeName: Identifier) -> Argument {
        let preferredName =
            parameter.component.map { .type(Words($0)) }
            ?? Identifier.type(Words(value: parameter.name)).prefixed(typeName.text)
        var type = TypeReference.string
        var example: Node?
        var documentedDefault: Node?
        var description = parameter.description
        var limits: [Limit] = []
        let place: Argument.Place
        switch parameter.content {
        case .schema(let schema, let examples):
            if let schema {
                type = types.use(of: schema, preferredName: preferredName, .request).type
                let resolved = types.schemas[types.schemas.resolved(schema)]
                example = resolved.examples.first
                limits = types.limits(of: [schema])
                let inner = types.finder.annotated(by: types.schemas[schema])
                documentedDefault = types.schemas[schema].defaultValue ?? resolved.defaultValue ?? inner?.defaultValue
                if let value = documentedDefault,
                    !types.isExpressible(value, as: AppliedSchemas(schema), type, .request)
                {
                    diagnostics.report(.warning(.unfitDefault, at: value.location))
                }
                description = description ?? types.schemas[schema].description ?? inner?.description
            }
            let isEmptiable =
                switch parameter.place {
                case .path: examples.contains { $0.text == "" } || schema.map(showsEmptyText) ?? false
                case .query: parameter.allowEmptyValue && type != .string
                default: false
                }
            example = examples.first ?? example
            place = Self.place(
                of: parameter,
                .style(
                    parameter.style,
                    explode: parameter.explode,
                    allowReserved: parameter.allowReserved,
                    allowEmptyValue: isEmptiable
                )
            )
            reportUndefined(parameter, type)
        case .media(let media):
            example = media.examples.first
            if media.isJSON {
                type = types.use(of: media.schema, preferredName: preferredName, .request).element
                place = Self.place(of: parameter, .json, content(.json, media, type))
            } else if parameter.place == .querystring, media.essence == "application/x-www-form-urlencoded" {
                type = types.use(of: media.schema, preferredName: preferredName, .request).element
                place = .queryString(content(.form, media, type))
            } else {
                let style = Argument.Serialization.style(
                    parameter.place == .path || parameter.place == .header ? .simple : .form,
                    explode: false,
                    allowReserved: false,
                    allowEmptyValue: false
                )
                place = Self.place(of: parameter, style, content(.text, media, .string))
            }
        }
        return Argument(
            label,
            place,
            type,
            isRequired: parameter.isRequired || parameter.place == .path,
            documentedDefault: documentedDefault.flatMap { types.sendable($0) },
            description: description,
            isSecret: types.secrets.contains(parameter.content),
            isDeprecated: parameter.isDeprecated,
            example: example.map { types.values.value(of: $0) },
            limits: limits,
            location: parameter.location
        )
    }

    /// Whether the document shows that an empty text is a value, so that it is no forgotten one.
    private func showsEmptyText(_ schema: SchemaID) -> Bool {
        var visited: Set<SchemaID> = []
        func showsIt(_ id: SchemaID) -> Bool {
            guard visited.insert(id).inserted else { return false }
            let schema = types.schemas[id]
            let values = schema.examples + (schema.enumeration ?? []) + [schema.defaultValue].compactMap { $0 }
            if schema.minLength == 0 || values.contains(where: { $0.text == "" }) { return true }
            let target = [types.schemas.target(of: id)].compactMap(\.self)
            return (target + schema.allOf + schema.anyOf + schema.oneOf).contains(where: showsIt)
        }
        return showsIt(schema)
    }

    private func content(_ form: Content.Form, _ media: MediaType, _ type: TypeReference) -> Content {
        Content(
            form: form,
            contentTypes: [media.contentType],
            type: type,
            encoding: form == .form ? bodies.encoding(of: media, form) : [],
            isSecret: false
        )
    }

    private static func place(
        of parameter: Parameter,
        _ serialization: Argument.Serialization,
        _ content: Content? = nil
    ) -> Argument.Place {
        switch parameter.place {
        case .path: .path(parameter.name, serialization)
        case .query: .query(parameter.name, serialization)
        case .header: .header(parameter.name, serialization)
        case .cookie: .cookie(parameter.name, serialization)
        case .querystring:
            .queryString(
                content ?? Content(form: .text, contentTypes: [], type: .string, encoding: [], isSecret: false))
        }
    }

    /// Warns once about serialization that OpenAPI leaves undefined (OpenAPI 3.2.0, 4.12.3, Style Values).
    private func reportUndefined(_ parameter: Parameter, _ type: TypeReference) {
        let styles: [Parameter.Style] = [.deepObject, .spaceDelimited, .pipeDelimited]
        guard styles.contains(parameter.style) else { return }
        switch type {
        case .array where parameter.style == .deepObject:
            diagnostics.reportOnce(.note(.listInDeepObject, at: parameter.location))
        case .string, .boolean, .int32, .int64, .uint64, .float, .double, .decimal, .dateTime, .date, .uuid, .data:
            diagnostics.report(.warning(.styleOfSingleValue(parameter.style), at: parameter.location))
        default: break
        }
    }

    // MARK: - Bodies

    /// Whether the body can only be an empty object, as some documents describe requests without a body.
    private func isEmpty(_ body: RequestBody) -> Bool {
        body.content.allSatisfy { media in
            guard let schema = media.schema,
                case .structure(let form) = types.finder.resolvedShape(of: AppliedSchemas(schema))
            else { return false }
            return form.properties.isEmpty && form.unions.isEmpty
        }
    }

    private func arguments(
        _ body: RequestBody,
        of operation: ResolvedOperation,
        _ typeName: Identifier,
        _ labels: inout ArgumentLabels
    ) -> [Argument] {
        let method = operation.operation.method.name
        if let method = ["GET", "HEAD", "TRACE"].first(where: { method == SpecText($0) }) {
            if !isEmpty(body) { diagnostics.report(.warning(.bodyWithoutMeaning(method), at: body.location)) }
            return []
        }
        let limits = types.limits(of: body.content.compactMap(\.schema))
        switch bodies.body(of: body, typeName) {
        case nil: return []
        case .choice(let cases):
            let name = types.name(forTopLevelType: typeName.suffixed("Body"), at: body.location)
            return [
                Argument(
                    labels.take(.member("body"), orElse: "Value"),
                    .bodyChoice(cases),
                    .named(TypeName([name])),
                    isRequired: body.isRequired,
                    description: body.description,
                    limits: limits,
                    location: body.location
                )
            ]
        case .single(let content, let preferredName, let example):
            let argument = Argument(
                labels.take(preferredName, orElse: "Body"),
                .body(content),
                content.argumentType,
                isRequired: body.isRequired,
                description: body.description,
                example: example.map { types.values.value(of: $0) },
                limits: limits,
                location: body.location
            )
            guard content.hasContentTypeArgument else { return [argument] }
            let contentType = Argument(
                labels.take(.member("contentType"), orElse: "Value"),
                .contentType,
                .string,
                isRequired: content.defaultContentType == nil,
                default: content.defaultContentType.map { .text($0) }
            )
            return [argument, contentType]
        }
    }
}

extension Argument {
    fileprivate init(
        _ label: Identifier,
        _ place: Place,
        _ type: TypeReference,
        isRequired: Bool,
        default defaultValue: Default? = nil,
        documentedDefault: Value? = nil,
        description: SpecText? = nil,
        isSecret: Bool = false,
        isDeprecated: Bool = false,
        example: Value? = nil,
        limits: [Limit] = [],
        location: Location? = nil
    ) {
        self.init(
            label: label,
            place: place,
            type: type,
            isRequired: isRequired,
            defaultValue: defaultValue,
            documentedDefault: documentedDefault,
            description: description,
            isSecret: isSecret,
            isDeprecated: isDeprecated,
            example: example,
            limits: limits,
            location: location
        )
    }
}

extension Content {
    /// Whether the caller chooses the media type of text or bytes, because the document leaves a choice.
    package var hasContentTypeArgument: Bool {
        (form == .text || form == .bytes)
            && (contentTypes.count > 1 || contentTypes.contains { $0.utf8.contains(UInt8(ascii: "*")) })
    }

    /// The media type that is sent by default, never a range such as `text/*`; `nil` if only the caller knows it, as for
    /// `image/*`.
    package var defaultContentType: SpecText? {
        if let type = contentTypes.first(where: { !$0.utf8.contains(UInt8(ascii: "*")) }) { return type }
        guard let range = contentTypes.first else { return nil }
        let isWide = ["*/*", "application/*"].contains(range)
        switch form {
        case .json: return "application/json"
        case .text: return isWide || range == "text/*" ? "text/plain" : nil
        case .multipart: return "multipart/form-data"
        case .bytes: return isWide ? "application/octet-stream" : nil
        case .form, .sequence, .events: return range
        }
    }
}

extension ResolvedOperation {
    /// The parameters in the path template that the document does not declare.
    fileprivate var undeclaredNames: [SpecText] {
        var known = Set(parameters.filter { $0.place == .path }.map(\.name))
        return path.names.filter { known.insert($0).inserted }
    }
}

extension Diagnostic.Message {
    package static func ignoredHeader(_ name: SpecText) -> Self {
        Self(
            .ignoredHeader,
            "the header parameter \(name) is ignored, as OpenAPI requires: the client sets that header itself")
    }

    package static func framingHeader(_ name: SpecText) -> Self {
        Self(.ignoredHeader, "the header parameter \(name) is left out: the transport sets that header itself")
    }

    package static func bodyWithoutMeaning(_ method: String) -> Self {
        Self(.ignoredPart, "the body of a \(method) request has no defined meaning; it is left out")
    }

    static func styleOfSingleValue(_ style: Parameter.Style) -> Self {
        let kinds = style == .deepObject ? "objects" : "arrays and objects"
        return Self(
            .wrongValue, "the style \(style.rawValue) is only for \(kinds); this value is sent as name=value",
            hint: "write form")
    }

    package static let listInDeepObject = Self(
        .deepObject,
        "OpenAPI doesn't define deepObject for arrays; the elements of this and similar ones are sent as name[0]=…")
}
