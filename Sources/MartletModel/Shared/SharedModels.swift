package import MartletOpenAPI
package import MartletSource

/// The models of another client, the owner, that a client uses instead of declaring them itself.
package struct SharedModels: Sendable {
    /// The module of the owner.
    package let module: Identifier
    private let owner: Client
    /// The names of the owner's types, by schema.
    private let names: [SpecText: [Identifier]]
    private let settings: ClientOptions
    /// The schemas that are shared by themselves, not only because another one needs them.
    private let patterns: [Selection.Pattern]

    /// - Parameters:
    ///   - document: The owner's document.
    ///   - options: The owner's settings.
    ///   - patterns: What chooses the schemas to share.
    package init(
        _ owner: Client, of document: ResolvedDocument, _ options: ClientOptions, patterns: [Selection.Pattern]
    ) {
        module = options.module
        self.owner = owner
        self.patterns = patterns
        settings = options
        let types = Dictionary(grouping: owner.declarations, by: \.location)
        names = document.schemas.named.reduce(into: [:]) { names, schema in
            names[schema.names[0]] = types[document.schemas[schema.id].location]?.map(\.name.last)
        }
    }

    /// The settings of a client with those of the owner for the shared schemas, which must not have others.
    func options(
        for document: ResolvedDocument, _ options: ClientOptions, _ diagnostics: DiagnosticCollector
    ) -> ClientOptions {
        let known = document.schemas.named.map { $0.names[0] }.filter { names[$0] != nil }
        for pattern in patterns where !known.contains(where: pattern.matches(schema:)) {
            diagnostics.report(.error(.sharesNothing(pattern, module, among: known), at: pattern.location))
        }
        let chosen = known.filter { name in patterns.contains { $0.matches(schema: name) } }
        let types = owner.declarations.types(neededBy: chosen.flatMap { references(to: $0) })
        let shared = known.filter { names[$0, default: []].contains(where: types.contains) }
        func isShared(_ path: SpecText) -> Bool { shared.contains { path.isAbout(schema: $0) } }
        for place in options.schemaSettings where isShared(place.path) {
            diagnostics.report(.error(.settingOfOwner(place.path, module), at: place.location))
        }
        var options = options
        options.sharedTypes = .init(module: module, names: types, patchable: owner.patchableModels)
        options.secrets += settings.secrets.filter { isShared($0.path) }
        options.corrections += settings.corrections.filter { isShared($0.place.path) }
        options.names.settings += shared.compactMap { schema in
            names[schema]?.first.map { .init(.schemas, schema, $0, at: patterns.first?.location) }
        }
        options.names.settings += settings.names.settings.filter { setting in
            setting.kind.isOfSchemas && isShared(setting.path) && !shared.contains(setting.path)
        }
        return options
    }

    /// The types of a client that the owner declares, as the owner has them.
    package func declarations(of client: Client) -> [Declaration] {
        let names = Set(client.imported.map(\.name))
        return owner.declarations.filter { names.contains($0.name) }
    }

    private func references(to schema: SpecText) -> [TypeReference] {
        names[schema, default: []].map { .named(TypeName([$0])) }
    }
}

extension ClientOptions {
    /// The types that another client declares.
    struct SharedTypes: Sendable {
        /// The module of that client.
        let module: Identifier
        /// The types at the top of the module or of its namespace.
        let names: Set<Identifier>
        /// Those whose properties a JSON Patch can change.
        let patchable: Set<TypeName>

        func contains(_ name: TypeName) -> Bool { names.contains(name.path[0]) }
    }

    /// What the settings about schemas and their members name.
    fileprivate var schemaSettings: [Place] {
        secrets + corrections.map(\.place)
            + names.settings.filter(\.kind.isOfSchemas).map { Place($0.path, at: $0.location) }
    }
}

extension ClientOptions.Names.Kind {
    fileprivate var isOfSchemas: Bool { [.schemas, .properties, .enumCases].contains(self) }
}

extension SpecText {
    /// Whether the path of a setting leads to a schema of the components, or to a part of one.
    fileprivate func isAbout(schema: SpecText) -> Bool {
        guard isPointerPath else { return self == schema || hasPrefix(SpecText("\(schema).")) }
        let path = without(prefix: "#")
        return ["components/schemas", "definitions"].contains { group in
            let pointer = "/\(group)/\(schema.pointerToken)"
            return path == SpecText(pointer) || path.hasPrefix(SpecText("\(pointer)/"))
        }
    }
}

extension Diagnostic.Message {
    /// - Parameter schemas: The schemas that both documents have.
    package static func sharesNothing(
        _ pattern: Selection.Pattern, _ module: Identifier, among schemas: [SpecText] = []
    ) -> Self {
        Self(
            .configuration,
            "\(pattern.glob.pattern) matches no schema that this document and the client of \(module.text) both have",
            hint: NearMiss.hint(for: pattern.glob.pattern, among: schemas))
    }

    package static func settingOfOwner(_ path: SpecText, _ module: Identifier) -> Self {
        Self(
            .configuration, "\(path) is about a schema whose type is in \(module.text)",
            hint: "move the setting to the configuration of that client")
    }

    static func unpatchable(_ type: TypeName, _ module: Identifier) -> Self {
        Self(
            .configuration,
            "the method has no form with a typed JSON Patch, because no operation in \(module.text) patches its \(type.last.text)"
        )
    }
}
