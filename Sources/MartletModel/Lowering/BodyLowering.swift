import MartletOpenAPI
package import MartletSource

/// Lowers the body of an operation to arguments.
struct BodyLowering {
    private let types: TypeLowering
    private let forms: ContentForms
    private let diagnostics: DiagnosticCollector

    init(_ types: TypeLowering, _ diagnostics: DiagnosticCollector) {
        self.types = types
        forms = ContentForms(types.finder)
        self.diagnostics = diagnostics
    }

    /// The body of an operation.
    enum Body {
        case single(Content, preferredName: Identifier, example: Node?)
        case choice([ContentChoice.Case])
    }

    /// - Parameter typeName: The prefix of names for types without a name of their own.
    func body(of body: RequestBody, _ typeName: Identifier) -> Body? {
        let groups = grouped(body.content)
        guard let first = groups.first else { return nil }
        if groups.count == 1 {
            let media = first.media[0]
            let bodyName = body.component.map { .shared($0, "Body") } ?? typeName.suffixed("Body")
            let (content, preferredName) = content(first, bodyName, typeName)
            let example = media.schema.flatMap { types.schemas[types.schemas.resolved($0)].examples.first }
            return .single(content, preferredName: preferredName, example: media.examples.first ?? example)
        }
        let prefix = body.component.map { Identifier.type(Words($0)) } ?? typeName
        let names = ContentNames(types, diagnostics).names(groups.map { ($0.media[0], $0.form) })
        return .choice(
            zip(groups, names).map { group, name in
                let preferredName = prefix.suffixed(Identifier.type(Words(SpecText(name.text))).text + "Body")
                return ContentChoice.Case(
                    name: name,
                    content: content(group, preferredName, typeName).content,
                    status: nil,
                    description: nil
                )
            }
        )
    }

    /// Media types that are the same to the caller.
    private struct Group {
        let form: Content.Form
        let schema: SchemaID?
        var media: [MediaType]
    }

    /// The distinct groups of content. When several groups have the same schema, only the preferred form is kept: every
    /// value can be sent in it. Patch formats are different operations whatever the schema, unless plain JSON is among
    /// them.
    private func grouped(_ contents: [MediaType]) -> [Group] {
        var groups: [Group] = []
        for media in contents {
            let form = forms.form(of: media, .request)
            let own = (media.schema ?? media.itemSchema).map { types.schemas.resolved($0) }
            // Two schemas of one type in one form are the same to the caller.
            let schema = own.flatMap { own in
                groups.first {
                    $0.form == form
                        && $0.schema.map { types.finder.hasSameType(AppliedSchemas($0), AppliedSchemas(own)) } == true
                }?.schema ?? own
            }
            let isOpaque = form == .text || form == .bytes
            if isOpaque, !media.isPatch, let index = groups.firstIndex(where: { $0.form == form }) {
                groups[index].media.append(media)
            } else {
                groups.append(Group(form: form, schema: schema, media: [media]))
            }
        }
        let plain = Set(groups.filter { $0.media[0].essence == "application/json" }.map(\.schema))
        func isDistinct(_ group: Group) -> Bool { group.media[0].isPatch && !plain.contains(group.schema) }
        var kept: [Group] = []
        for group in groups {
            guard !isDistinct(group), let schema = group.schema,
                let index = kept.firstIndex(where: { $0.schema == schema && !isDistinct($0) })
            else {
                kept.append(group)
                continue
            }
            if rank(group) < rank(kept[index]) { kept[index] = group }
        }
        return kept
    }

    private func rank(_ group: Group) -> Int {
        switch group.form {
        case .multipart: group.schema.map { types.finder.hasFiles($0) } == true ? 0 : 4
        case .json: group.media[0].essence == "application/json" ? 1 : 2
        case .form: 3
        case .sequence, .events: 5
        case .text: 6
        case .bytes: 7
        }
    }

    private func content(
        _ group: Group,
        _ preferredName: Identifier,
        _ typeName: Identifier
    ) -> (content: Content, preferredName: Identifier) {
        let media = group.media[0]
        var label = Identifier.member("body")
        let type: TypeReference
        switch group.form {
        case .text: type = .string
        case .bytes: type = .body
        case .sequence: type = elements(of: media, preferredName)
        case .multipart where !forms.hasProperties(media): type = .parts
        case .json, .form, .multipart, .events:
            let use = types.use(of: media.schema, preferredName: preferredName, .request)
            if group.form == .json { types.addSamples(of: media, use, .request) }
            (type, label) = named(use.element, media.schema, label, typeName)
        }
        if let schema = group.schema, group.form == .text || group.form == .bytes, !media.isPatch {
            switch types.finder.resolvedShape(of: AppliedSchemas(schema)) {
            case .any, .scalar, .enumeration: break
            default: diagnostics.report(.warning(.unwrittenType(media.contentType), at: media.location))
            }
        }
        let content = Content(
            form: group.form,
            contentTypes: group.media.map(\.contentType),
            type: type,
            encoding: encoding(of: media, group.form),
            isSecret: ![.body, .parts].contains(type) && types.secrets.contains(media.schema ?? media.itemSchema)
        )
        return (content, label)
    }

    /// The type of the elements of a sequence.
    private func elements(of media: MediaType, _ preferredName: Identifier) -> TypeReference {
        let preferredName = preferredName.suffixed("Element")
        if let item = media.itemSchema { return types.use(of: item, preferredName: preferredName, .request).element }
        if let schema = media.schema, case .array(let element) = types.finder.resolvedShape(of: AppliedSchemas(schema))
        {
            return types.use(ofElement: element, preferredName: preferredName, .request).element
        }
        return types.use(of: media.schema, preferredName: preferredName, .request).element
    }

    /// The type of the body and the name of its argument: that of the schema or, for a list, of the elements' schema.
    private func named(
        _ type: TypeReference,
        _ schema: SchemaID?,
        _ label: Identifier,
        _ typeName: Identifier
    ) -> (TypeReference, Identifier) {
        guard let schema else { return (type, label) }
        var value = AppliedSchemas(schema)
        if case .array(let elements?) = types.finder.resolvedShape(of: value) { value = elements }
        guard let element = namedSchema(value), let name = types.name(of: element) else { return (type, label) }
        // A list is named after its elements, even if its schema has a name.
        let isList = value != AppliedSchemas(schema) && !types.finder.shape(of: value).isNullable
        return (
            isList ? .array(types.type(of: element, .request)) : type,
            Self.repeats(name, typeName) ? label : .member(Words(SpecText(name.text)))
        )
    }

    /// Whether a schema is named after the operation that it is the body of, so that a label of its name would only repeat the
    /// method's: `CreateBookRequest` of `createBook`.
    private static func repeats(_ schema: Identifier, _ operation: Identifier) -> Bool {
        let name = schema.text.lowercased()
        let operation = operation.text.lowercased()
        return name.hasPrefix(operation) && roles.contains(String(name.dropFirst(operation.count)))
    }

    private static let roles: Set<String> = [
        "", "body", "data", "dto", "input", "params", "parameters", "payload", "request", "requestbody", "requestdto",
    ]

    /// The named schema that the argument is named after.
    private func namedSchema(_ value: AppliedSchemas) -> SchemaID? {
        if let schema = value.single, types.schemas.isNamed(schema) { return schema }
        if case .reference(let target) = types.finder.shape(of: value).shape { return target }
        return nil
    }

    // MARK: - Forms

    func encoding(of media: MediaType, _ form: Content.Form) -> [Content.PropertyEncoding] {
        guard form == .form || form == .multipart, !media.encoding.isEmpty else { return [] }
        let properties = types.finder.formProperties(of: media)
        return media.encoding.compactMap { entry in
            let encoding = entry.value
            let headers = headers(of: entry, properties[entry.name])
            if encoding.style != nil || encoding.explode != nil || encoding.allowReserved {
                let style = encoding.style ?? .form
                let isUsual =
                    style == .form && encoding.explode ?? true && !encoding.allowReserved && form == .form
                    && !holdsObject(properties[entry.name])
                if isUsual { return nil }
                return Content.PropertyEncoding(
                    property: entry.name,
                    serialization: .style(
                        style,
                        explode: encoding.explode ?? style.explodesInForms,
                        allowReserved: encoding.allowReserved
                    ),
                    headers: headers
                )
            }
            if encoding.contentTypes.isEmpty, headers.isEmpty { return nil }
            return Content.PropertyEncoding(
                property: entry.name,
                serialization: .content(encoding.contentTypes.first { !$0.utf8.contains(UInt8(ascii: "*")) }),
                headers: headers
            )
        }
    }

    /// Whether a property is an object, which is serialized as JSON by default.
    private func holdsObject(_ property: AppliedSchemas?) -> Bool {
        guard let value = property else { return false }
        switch types.finder.resolvedShape(of: value) {
        case .any, .structure, .map, .union: return true
        case .scalar, .enumeration, .array, .tuple, .reference: return false
        }
    }

    /// The headers of a part with values that the document fixes. Other headers are set through `HTTPBody.File`.
    private func headers(of entry: Named<Encoding>, _ property: AppliedSchemas?) -> [Content.PropertyEncoding.Header] {
        entry.value.headers.compactMap { header in
            // The media type of the part comes from `contentType` (OpenAPI 3.2.0, 4.15.1.1).
            if header.name.lowercased() == "content-type" { return nil }
            if case .schema(let schema?, _) = header.value.content {
                let schema = types.schemas[types.schemas.resolved(schema)]
                let values = schema.enumeration ?? []
                if let value = (values.count == 1 ? values[0] : schema.defaultValue)?.text {
                    return .init(name: header.name, value: value)
                }
            }
            if property.map(types.finder.holdsFile) != true {
                diagnostics.report(.warning(.partHeader(header.name, entry.name), at: header.location))
            }
            return nil
        }
    }
}

extension MediaType {
    /// Whether this is a format of patches, such as JSON Patch or JSON Merge Patch (RFC 6902; RFC 7396).
    fileprivate var isPatch: Bool { essence.contains("-patch+") }
}

extension ShapeFinder {
    /// Whether some properties of the form are files.
    func hasFiles(_ schema: SchemaID) -> Bool {
        guard case .structure(let structure) = resolvedShape(of: AppliedSchemas(schema)) else { return false }
        return structure.properties.contains { holdsFile($0.value) }
    }

    /// The values of the properties of a form, by their names.
    func formProperties(of media: MediaType) -> [SpecText: AppliedSchemas] {
        guard let schema = media.schema, case .structure(let form) = resolvedShape(of: AppliedSchemas(schema)) else {
            return [:]
        }
        return Dictionary(form.properties.map { ($0.name, $0.value) }) { first, _ in first }
    }

    func holdsFile(_ value: AppliedSchemas) -> Bool {
        switch resolvedShape(of: value) {
        case .scalar(.file): true
        case .array(let element?):
            if case .scalar(.file) = resolvedShape(of: element) { true } else { false }
        default: false
        }
    }
}

extension Parameter.Style {
    /// The default of `explode` for form properties in this style (OpenAPI 3.2.0, 4.15.1.2).
    fileprivate var explodesInForms: Bool { self == .form || self == .deepObject }
}

extension Diagnostic.Message {
    package static func unwrittenType(_ type: SpecText) -> Self {
        Self(.unsupported, "a model can't be encoded as \(type); the caller passes the body as text or bytes")
    }

    package static func partHeader(_ header: SpecText, _ part: SpecText) -> Self {
        Self(
            .unsupported,
            "the header \(header) of the part \(part) is not sent: it has no fixed value, and the part is not a file")
    }
}
