import MartletOpenAPI
package import MartletSource

/// Lowers the responses of an operation to the results of its methods.
struct ResultLowering {
    private let types: TypeLowering
    private let forms: ContentForms
    private let contentNames: ContentNames
    private let diagnostics: DiagnosticCollector

    init(_ types: TypeLowering, _ diagnostics: DiagnosticCollector) {
        self.types = types
        forms = ContentForms(types.finder)
        contentNames = ContentNames(types, diagnostics)
        self.diagnostics = diagnostics
    }

    /// The result of one method of an operation.
    struct Variant {
        let result: Result
        /// What distinguishes the method's name; `nil` for the main method.
        let suffix: Suffix?
    }

    /// The suffix of the name of a method for a further content type.
    struct Suffix {
        let text: String
        /// The place of the media type.
        let location: Location
    }

    /// The results of an operation: the first for the main method, the others for further content types with other
    /// schemas.
    ///
    /// - Parameter choice: The name of an enum for several types, in case one is needed.
    func variants(of operation: Operation, _ typeName: Identifier, choice: () -> TypeName) -> [Variant] {
        let successes = operation.successes
        let statuses = successes.map(\.status.listed)
        let listed = successes.isEmpty || statuses.contains(nil) ? nil : statuses.flatMap { $0 ?? [] }
        let description = successes.first?.response.description ?? ""
        let groups = successes.map { grouped(content(of: $0, to: operation)) }
        let distinct = successes.indices.filter { index in
            !successes.indices[..<index].contains { groups[$0].map(\.identity) == groups[index].map(\.identity) }
        }
        let full = distinct.filter { !groups[$0].isEmpty }
        func result(_ kind: Result.Kind) -> Result {
            Result(statuses: listed, kind: kind, description: description)
        }
        if full.isEmpty { return [Variant(result: result(.none), suffix: nil)] }
        if full.count > 1 {
            let name = choice()
            let kind = Result.Kind.choice(self.choice(name, successes, groups, distinct, typeName))
            return [Variant(result: result(kind), suffix: nil)]
        }
        let isOptional = distinct.count > 1
        return methods(for: groups[full[0]]).enumerated().map { index, group in
            let suffix = index == 0 ? nil : group.suffix
            let content = content(group, name(of: successes[full[0]].response, typeName, part: suffix?.text))
            return Variant(result: result(isOptional ? .optional(content.wrapped) : .content(content)), suffix: suffix)
        }
    }

    /// The preferred name of a type that is inline in a response: a component's own, else the operation's.
    ///
    /// - Parameter part: What tells one content of the operation from the others.
    private func name(of response: Response, _ typeName: Identifier, part: String?) -> Identifier {
        guard let component = response.component else { return typeName.suffixed((part ?? "") + "Response") }
        return types.sharedResponses.typeName(of: component)
    }

    /// The suffixes of the methods for an operation's further contents, as `variants` has them.
    func suffixes(of operation: Operation) -> [Suffix] {
        let groups = operation.successes.map { grouped(content(of: $0, to: operation)) }.filter { !$0.isEmpty }
        guard let first = groups.first, groups.allSatisfy({ $0.map(\.identity) == first.map(\.identity) }) else {
            return []
        }
        return methods(for: first).dropFirst().map(\.suffix)
    }

    /// The type of a failure's body; `nil` when no model describes it.
    func failureType(
        _ failure: StatusResponse,
        to operation: Operation,
        _ typeName: Identifier
    ) -> TypeReference? {
        let content = content(of: failure, to: operation)
        guard let media = content.first(where: { forms.form(of: $0, .response) == .json }) else { return nil }
        let response = failure.response
        let name =
            response.component == nil
            ? typeName.suffixed(failure.status.errorName) : name(of: response, typeName, part: nil)
        let use = types.use(of: media.schema, preferredName: name, .response)
        types.addSamples(of: media, use, .response)
        return use.element
    }

    /// The content that a response can have: none in response to HEAD (RFC 9110, 9.3.2) and with some statuses.
    private func content(of response: StatusResponse, to operation: Operation) -> [MediaType] {
        let content = response.response.content
        guard operation.method.name == "HEAD" || response.status.excludesContent else { return content }
        if let first = content.first { diagnostics.reportOnce(.note(.impossibleContent, at: first.location)) }
        return []
    }

    private func choice(
        _ name: TypeName,
        _ successes: [StatusResponse],
        _ groups: [[Group]],
        _ distinct: [Int],
        _ typeName: Identifier
    ) -> ContentChoice {
        var allocator = NameAllocator(reserved: ReservedWords.members)
        let cases = successes.indices.map { index -> ContentChoice.Case in
            let name = allocator.name(successes[index].status.caseName)
            let status = Identifier.type(Words(SpecText(name.text)))
            let preferredName = self.name(of: successes[index].response, typeName, part: status.text)
            let chosen = groups[index].firstIndex { $0.form != .events && $0.form != .sequence }
            for other in groups[index].indices where other != chosen {
                let media = groups[index][other].media[0]
                diagnostics.report(.warning(.unreadContent(media.contentType), at: media.location))
            }
            return ContentChoice.Case(
                name: name,
                content: chosen.map { content(groups[index][$0], preferredName) },
                status: successes[index].status,
                description: successes[index].response.description
            )
        }
        return ContentChoice(name: name, cases: cases)
    }

    // MARK: - Contents

    /// Media types that are the same to the caller.
    private struct Group {
        let form: Content.Form
        let schema: SchemaID?
        var media: [MediaType]
        var name: Identifier

        /// The values that distinguish groups.
        var identity: [AnyHashable] { [form, schema] }

        var suffix: Suffix {
            Suffix(text: Identifier.type(Words(SpecText(name.text))).text, location: media[0].location)
        }
    }

    /// The distinct groups of content of a response, `application/json` first, then other JSON, so that an addition doesn't
    /// change the result of the main method. Further forms of the same schema are omitted.
    private func grouped(_ contents: [MediaType]) -> [Group] {
        var groups: [Group] = []
        for media in contents {
            let form = forms.form(of: media, .response)
            let schema = (media.itemSchema ?? media.schema).map { types.schemas.resolved($0) }
            let known = groups.firstIndex { group in
                if form == .bytes { return group.form == .bytes }
                return form != .text && group.form == form && group.schema == schema
            }
            if let known {
                groups[known].media.append(media)
            } else {
                let name = contentNames.preferred(media, as: form)
                groups.append(Group(form: form, schema: form == .bytes ? nil : schema, media: [media], name: name))
            }
        }
        let isPlain = { (group: Group) in group.media.contains { $0.essence == "application/json" } }
        let ofJSON = groups.filter { $0.form == .json }
        let json = ofJSON.filter(isPlain) + ofJSON.filter { !isPlain($0) }
        let others = groups.filter { other in
            guard other.form != .json else { return false }
            return other.schema == nil || other.form == .events || other.form == .sequence
                || !json.contains { $0.schema == other.schema }
        }
        return json + others
    }

    /// The groups with a method each: the first one, for the main method, and the others divided by name, so that a
    /// method with a suffix requests only what its name says.
    private func methods(for groups: [Group]) -> [Group] {
        var parts: [Group] = []
        for group in groups.dropFirst() {
            let first = parts.count
            for media in group.media {
                let name = contentNames.preferred(media, as: group.form)
                if let known = parts[first...].firstIndex(where: { $0.name == name }) {
                    parts[known].media.append(media)
                } else {
                    parts.append(Group(form: group.form, schema: group.schema, media: [media], name: name))
                }
            }
        }
        let names = contentNames.names(parts.map { ($0.media[0], $0.form) })
        for index in parts.indices { parts[index].name = names[index] }
        return groups.prefix(1) + parts
    }

    private func content(_ group: Group, _ preferredName: Identifier) -> Content {
        let media = group.media[0]
        let type: TypeReference
        switch group.form {
        case .text, .form, .multipart: type = .string
        case .bytes: type = .data
        case .sequence: type = elementType(of: media, preferredName.suffixed("Element"))
        case .events: type = eventType(of: media, preferredName.suffixed("Event"))
        case .json:
            let use = types.use(of: media.schema, preferredName: preferredName, .response)
            types.addSamples(of: media, use, .response)
            type = use.element
        }
        return Content(
            form: group.form,
            contentTypes: group.media.map(\.contentType),
            type: type,
            encoding: [],
            isSecret: types.secrets.contains(media.schema ?? media.itemSchema)
        )
    }

    /// The type of the elements of a sequence: `schema` describes the whole, `itemSchema` each element (OpenAPI 3.2.0,
    /// 4.14.3). Documents before OpenAPI 3.2 often have the element's schema where the array's belongs.
    private func elementType(of media: MediaType, _ preferredName: Identifier) -> TypeReference {
        if let item = media.itemSchema { return types.use(of: item, preferredName: preferredName, .response).element }
        if let schema = media.schema, case .array(let element) = types.finder.resolvedShape(of: AppliedSchemas(schema))
        {
            return types.use(ofElement: element, preferredName: preferredName, .response).element
        }
        return types.use(of: media.schema, preferredName: preferredName, .response).element
    }

    /// The type of the data of events. An `itemSchema` describes the whole event, whose `data` can be JSON with a
    /// `contentSchema` (OpenAPI 3.2.0, 4.14.4); a `schema` describes the data.
    private func eventType(of media: MediaType, _ preferredName: Identifier) -> TypeReference {
        guard let item = media.itemSchema else {
            guard let schema = media.schema else { return .string }
            if case .array(let element) = types.finder.resolvedShape(of: AppliedSchemas(schema)) {
                return types.use(ofElement: element, preferredName: preferredName, .response).element
            }
            return types.use(of: schema, preferredName: preferredName, .response).element
        }
        guard case .structure(let event) = types.finder.resolvedShape(of: AppliedSchemas(item)),
            let data = event.properties.first(where: { $0.name == "data" })
        else { return types.use(of: item, preferredName: preferredName, .response).element }
        let content = data.value.schemas.lazy.map { types.schemas[types.schemas.resolved($0)] }
            .compactMap(\.contentSchema).first
        return content.map { types.use(of: $0, preferredName: preferredName, .response).element } ?? .string
    }
}

extension Operation {
    /// The responses with a result: those for success; without any, redirects; without any, the `default` response,
    /// which covers all statuses (OpenAPI 3.2.0, 4.16.1).
    var successes: [StatusResponse] {
        for isResult in [\.isSuccess, { !$0.redirects.isEmpty }] as [(StatusPattern) -> Bool] {
            let results = responses.filter { isResult($0.status) }
            if !results.isEmpty { return results }
        }
        return responses.filter { $0.status == .default }
    }
}

extension StatusPattern {
    /// The statuses of a result that the pattern lists; `nil` for every success.
    fileprivate var listed: [Int]? {
        if case .code(let code) = self { return [code] }
        return redirects.isEmpty ? nil : redirects
    }

    /// The name of the type of an error with the status, such as `NotFoundError` (RFC 9110, section 15.5).
    fileprivate var errorName: String {
        switch self {
        case .code(400): "BadRequestError"
        case .code(401): "UnauthorizedError"
        case .code(402): "PaymentRequiredError"
        case .code(403): "ForbiddenError"
        case .code(404): "NotFoundError"
        case .code(405): "MethodNotAllowedError"
        case .code(406): "NotAcceptableError"
        case .code(408): "RequestTimeoutError"
        case .code(409): "ConflictError"
        case .code(410): "GoneError"
        case .code(412): "PreconditionFailedError"
        case .code(413): "ContentTooLargeError"
        case .code(415): "UnsupportedMediaTypeError"
        case .code(422): "UnprocessableContentError"
        case .code(429): "TooManyRequestsError"
        case .code(500): "InternalServerError"
        case .code(501): "NotImplementedError"
        case .code(502): "BadGatewayError"
        case .code(503): "ServiceUnavailableError"
        case .code(504): "GatewayTimeoutError"
        case .code(let code): "Status\(code)Error"
        case .range(let hundreds):
            hundreds == 4 ? "ClientError" : hundreds == 5 ? "ServerError" : "Status\(hundreds)XXError"
        case .default: "Error"
        }
    }

    /// The name of the enum case for a status, such as `created` (RFC 9110, section 15.3).
    fileprivate var caseName: Identifier {
        let name =
            switch self {
            case .code(200): "ok"
            case .code(201): "created"
            case .code(202): "accepted"
            case .code(203): "nonAuthoritative"
            case .code(204): "noContent"
            case .code(205): "resetContent"
            case .code(206): "partialContent"
            case .code(207): "multiStatus"
            case .code(let code): "status\(code)"
            case .range(3): "redirect"
            case .range: "success"
            case .default: "other"
            }
        return .member(Words(SpecText(name)))
    }
}

extension Diagnostic.Message {
    package static let impossibleContent = Self(
        .unsupported,
        "the content of this and similar responses is not read: HEAD and the statuses 1XX, 204, 205 and 304 have none")

    package static func unreadContent(_ type: SpecText) -> Self {
        Self(
            .unsupported,
            "content of type \(type) isn't read: statuses with different content can have one type each, and no stream")
    }
}
