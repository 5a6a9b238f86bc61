import MartletOpenAPI
package import MartletSource

/// The names that the configuration gives to parts of the document.
struct ChosenNames {
    /// Types, by the places of their schemas.
    private(set) var types: [Location: Identifier] = [:]
    private(set) var components: [SpecText: Identifier] = [:]
    private(set) var properties: [SchemaID: [SpecText: Identifier]] = [:]
    private(set) var enumCases: [SchemaID: [SpecText: Identifier]] = [:]
    /// By ID.
    private(set) var operations: [SpecText: Identifier] = [:]
    /// By the places of parameters.
    private(set) var parameters: [Location: Identifier] = [:]
    private(set) var tags: [SpecText: Identifier] = [:]
    /// By the name in lower case.
    private(set) var headers: [SpecText: Identifier] = [:]
    /// By the places of headers.
    private(set) var headerPlaces: [Location: Identifier] = [:]
    /// By the media type in lower case, without parameters.
    private(set) var contents: [SpecText: Identifier] = [:]
    /// By the places of media types.
    private(set) var contentPlaces: [Location: Identifier] = [:]
    /// The functions of webhooks and callbacks, by the places of their operations.
    private(set) var webhooks: [Location: Identifier] = [:]
    /// The types of servers, by the place of the first server.
    private(set) var serverSets: [Location: Identifier] = [:]
    /// By the URL as the document has it.
    private(set) var servers: [SpecText: Identifier] = [:]
    /// By the name of the security scheme.
    private(set) var credentials: [SpecText: Identifier] = [:]
    private let settings: [ClientOptions.Names.Setting]
    private let diagnostics: DiagnosticCollector

    /// Settings that name nothing in the document are reported.
    init(
        _ document: ResolvedDocument,
        _ options: ClientOptions,
        _ paths: DocumentPaths,
        _ diagnostics: DiagnosticCollector
    ) {
        settings = options.names.settings
        self.diagnostics = diagnostics
        for setting in settings where !add(setting, document, paths) && !paths.isLeftOut(setting) {
            let names = Self.names(like: setting, in: document, paths)
            diagnostics.report(.error(.unknownName(setting, among: names), at: setting.location))
        }
    }

    /// - Returns: Whether the document has what the setting names.
    private mutating func add(
        _ setting: ClientOptions.Names.Setting,
        _ document: ResolvedDocument,
        _ paths: DocumentPaths
    ) -> Bool {
        switch setting.kind {
        case .schemas:
            if let places = paths.places(setting.path) {
                for place in places { types[place] = setting.name }
                return !places.isEmpty
            }
            guard paths.schema(setting.path) != nil else { return false }
            components[setting.path] = setting.name
        case .operations:
            guard let id = paths.operation(setting.path) else { return false }
            operations[id] = setting.name
        case .parameters:
            let places = document.parameterPlaces(among: paths.places(setting.path) ?? [])
            for place in places { parameters[place] = setting.name }
            return !places.isEmpty
        case .properties:
            guard let member = paths.member(setting.path), document.schemas.has(member.name, in: member.schema) else {
                return false
            }
            properties[document.schemas.resolved(member.schema), default: [:]][member.name] = setting.name
        case .enumCases:
            guard let member = paths.member(setting.path), document.schemas.lists(member.name, in: member.schema) else {
                return false
            }
            enumCases[document.schemas.resolved(member.schema), default: [:]][member.name] = setting.name
        case .tags:
            let all = document.operations.map(\.operation.tags) + document.leftOut.map(\.subject.tags)
            guard all.contains(where: { $0.first == setting.path }) else { return false }
            tags[setting.path] = setting.name
        case .headers:
            if let places = paths.places(setting.path) {
                for place in places { headerPlaces[place] = setting.name }
                return !places.isEmpty
            }
            let key = setting.path.lowercased()
            guard document.headerNames.contains(where: { $0.lowercased() == key }) else {
                return false
            }
            headers[key] = setting.name
        case .contents:
            if let places = paths.places(setting.path) {
                let known = document.mediaTypes.map(\.location)
                for place in places { contentPlaces[place] = setting.name }
                return known.contains(where: places.contains)
            }
            let key = setting.path.lowercased()
            contents[key] = setting.name
            return document.mediaTypes.contains { $0.essence == key }
        case .webhooks:
            let places = paths.places(setting.path)
            let operations = document.deliveries.filter { delivery in
                places?.contains(delivery.operation.location) ?? (delivery.id == setting.path)
            }
            for operation in operations { webhooks[operation.operation.location] = setting.name }
            return !operations.isEmpty
        case .servers:
            if let places = paths.places(setting.path) {
                let first = paths.node(setting.path)?.elements.first?.location
                guard let first, document.allServers.contains(where: { $0.location == first }) else { return false }
                serverSets[first] = setting.name
                return !places.isEmpty
            }
            guard document.allServers.contains(where: { $0.url == setting.path }) else { return false }
            servers[setting.path] = setting.name
        case .credentials:
            guard document.securitySchemes.contains(where: { $0.name == setting.path }) else { return false }
            credentials[setting.path] = setting.name
        }
        return true
    }

    /// Reports a chosen name that can't be used, because another declaration has it or Swift needs it.
    func check(_ kind: ClientOptions.Names.Kind, wanted: Identifier?, given: Identifier?) {
        guard let wanted, given != wanted else { return }
        let setting = settings.first { $0.kind == kind && $0.name == wanted }
        diagnostics.report(.error(.unusableName(wanted, isReserved: kind.reserves(wanted)), at: setting?.location))
    }

    /// The paths that a setting can be a misspelling of.
    private static func names(
        like setting: ClientOptions.Names.Setting,
        in document: ResolvedDocument,
        _ paths: DocumentPaths
    ) -> [SpecText] {
        switch setting.kind {
        case .schemas: return document.schemas.named.map { $0.names[0] }
        case .operations: return document.operations.map(\.id)
        case .properties, .enumCases:
            guard let member = paths.member(setting.path) else {
                return document.schemas.named.map { $0.names[0] }
            }
            let schema = document.schemas[document.schemas.resolved(member.schema)]
            let owner = setting.path.without(suffix: member.name)
            let names =
                setting.kind == .properties ? schema.properties.map(\.name) : schema.enumeration?.compactMap(\.text)
            return (names ?? []).map { SpecText("\(owner)\($0)") }
        case .parameters: return []
        case .tags: return document.operations.compactMap(\.operation.tags.first)
        case .headers: return document.headerNames
        case .contents: return document.mediaTypes.map(\.essence)
        case .webhooks: return document.deliveries.map(\.id)
        case .servers: return document.allServers.map(\.url)
        case .credentials: return document.securitySchemes.map(\.name)
        }
    }
}

extension ClientOptions.Names.Kind {
    /// Whether no declaration of this kind can have a name.
    fileprivate func reserves(_ name: Identifier) -> Bool {
        switch self {
        case .schemas: ReservedWords.types.contains { $0.lowercased() == name.text.lowercased() }
        case .enumCases: ReservedWords.cases.contains(name.text)
        default: ReservedWords.members.contains(name.text)
        }
    }
}

extension SchemaGraph {
    /// Whether a schema, or one that it builds on, has a property.
    fileprivate func has(_ property: SpecText, in schema: SchemaID) -> Bool {
        reaches(schema) { $0.properties.contains { $0.name == property } }
    }

    /// Whether the enum of a schema, or of a part of it, lists a value.
    fileprivate func lists(_ value: SpecText, in schema: SchemaID) -> Bool {
        reaches(schema) { $0.enumeration?.contains { $0.text == value } ?? false }
    }

    private func reaches(_ schema: SchemaID, _ condition: (Schema) -> Bool) -> Bool {
        var open = [schema]
        var visited: Set<SchemaID> = []
        while let id = open.popLast() {
            guard visited.insert(id).inserted else { continue }
            let schema = self[id]
            if condition(schema) { return true }
            open += schema.allOf + schema.oneOf + schema.anyOf + [target(of: id)].compactMap(\.self)
        }
        return false
    }
}

extension ResolvedDocument {
    /// The given places that are places of parameters.
    fileprivate func parameterPlaces(among places: [Location]) -> [Location] {
        places.filter { place in operations.contains { $0.parameters.contains { $0.location == place } } }
    }

    fileprivate var headerNames: [SpecText] {
        operations.flatMap { $0.operation.responses.flatMap(\.response.headers) }.map(\.name)
    }

    /// The content of all requests and responses.
    fileprivate var mediaTypes: [MediaType] {
        operations.flatMap { resolved in
            (resolved.operation.requestBody?.content ?? [])
                + resolved.operation.responses.flatMap(\.response.content)
        }
    }

    fileprivate var allServers: [Server] { servers + operations.flatMap(\.servers) }
}

extension Diagnostic.Message {
    /// - Parameter names: The paths in the document that this one can be a misspelling of.
    package static func unknownName(_ setting: ClientOptions.Names.Setting, among names: [SpecText] = []) -> Self {
        let path = setting.path
        let parts = path.memberPath ?? (path, "")
        let summary: Diagnostic.Text =
            switch setting.kind {
            case _ where path.isPointerPath: "the document has nothing at \(path) that could have the name"
            case .schemas: "the document has no schema \(path)"
            case .operations: "the document has no operation \(path)"
            case .parameters: "a parameter must be named by a JSON pointer, which \(path) is not"
            case .properties: "the document has no schema \(parts.schema) with a property \(parts.member)"
            case .enumCases: "the document has no schema \(parts.schema) with a value \(parts.member) in its enum"
            case .tags: "the document has no operation with \(path) as its first tag"
            case .headers: "the document has no response with a header \(path)"
            case .contents: "the document has no content of type \(path)"
            case .webhooks: "the document has no webhook \(path)"
            case .servers: "the document has no server \(path)"
            case .credentials: "the document has no security scheme \(path)"
            }
        return Self(
            .configuration, summary,
            hint: NearMiss.hint(for: path, among: names)
                ?? NearMiss.hint(for: parts.schema, among: names))
    }

    /// - Parameter isReserved: Whether nothing can have the name.
    package static func unusableName(_ name: Identifier, isReserved: Bool) -> Self {
        let reason =
            isReserved ? "Swift, Foundation or the runtime needs it" : "another thing in the same scope has it"
        return Self(.configuration, "the name \(name.text) can't be used, because \(reason)")
    }
}
