import MartletOpenAPI
package import MartletSource

/// Checks that everything the configuration names is in the document.
struct OptionRules {
    private let document: ResolvedDocument
    private let options: ClientOptions
    private let diagnostics: DiagnosticCollector

    init(_ document: ResolvedDocument, _ options: ClientOptions, _ diagnostics: DiagnosticCollector) {
        self.document = document
        self.options = options
        self.diagnostics = diagnostics
    }

    func check() {
        options.selection.check(document, diagnostics)
        checkFormats()
        for rename in options.names.renames where !exists(rename) {
            diagnostics.report(.error(.unknownName(rename, among: names(like: rename)), at: rename.location))
        }
        for (operation, option) in options.pages where !document.operations.contains(where: { $0.id == operation }) {
            diagnostics.report(.error(.unknownOperation(operation, among: operationNames), at: option.location))
        }
    }

    /// Checks that a setting is for a format that OpenAPI or the document knows.
    private func checkFormats() {
        let used = Set(document.schemas.all.compactMap(\.format))
        let known = FormatTable.known.union(used)
        for (format, place) in options.formatPlaces where !known.contains(format) {
            diagnostics.report(.error(.unusedFormat(format, among: known), at: place))
        }
    }

    private var operationNames: [SpecText] { document.operations.map(\.id) }

    /// The names in the document that a setting can be a misspelling of.
    private func names(like rename: ClientOptions.Names.Rename) -> [SpecText] {
        switch rename.kind {
        case .operation: return operationNames
        case .property, .enumCase:
            guard let id = schema(rename.name) else { fallthrough }
            let schema = document.schemas[document.schemas.resolved(id)]
            let names =
                rename.kind == .property ? schema.properties.map(\.name) : schema.enumeration?.compactMap(\.text)
            return (names ?? []).map { SpecText("\(rename.name).\($0)") }
        case .schema: return document.schemas.named.map { $0.names[0] }
        }
    }

    private func exists(_ rename: ClientOptions.Names.Rename) -> Bool {
        switch rename.kind {
        case .schema: schema(rename.name) != nil
        case .operation: document.operations.contains { $0.id == rename.name }
        case .property: hasProperty(rename.member ?? "", rename.name)
        case .enumCase:
            schema(rename.name).map { document.schemas[document.schemas.resolved($0)] }?.enumeration?
                .contains { $0.text == rename.member } ?? false
        }
    }

    private func schema(_ name: SpecText) -> SchemaID? { document.schemas.named.first { $0.names[0] == name }?.id }

    /// Whether a schema, or one that it builds on by `allOf`, has the property.
    private func hasProperty(_ property: SpecText, _ name: SpecText) -> Bool {
        var open = schema(name).map { [$0] } ?? []
        var visited: Set<SchemaID> = []
        while let id = open.popLast() {
            guard visited.insert(id).inserted else { continue }
            let schema = document.schemas[id]
            if schema.properties.contains(where: { $0.name == property }) { return true }
            open += schema.allOf + schema.oneOf + schema.anyOf
            if let target = document.schemas.target(of: id) { open.append(target) }
        }
        return false
    }
}

extension Diagnostic.Message {
    package static func unknownOperation(_ name: SpecText, among names: [SpecText] = []) -> Self {
        Self(
            .configuration, "the document has no operation \(name)",
            hint: NearMiss.hint(for: name, among: names))
    }

    package static func unusedFormat(_ format: SpecText, among formats: Set<SpecText>) -> Self {
        Self(
            .configuration, "neither OpenAPI nor the document has a format \(format)",
            hint: NearMiss.hint(for: format, among: formats.sorted()))
    }

    /// - Parameter names: The names in the document that this one can be a misspelling of.
    package static func unknownName(_ rename: ClientOptions.Names.Rename, among names: [SpecText] = []) -> Self {
        let member = rename.member ?? ""
        let summary: Self =
            switch rename.kind {
            case .schema: "the document has no schema \(rename.name)"
            case .operation: "the document has no operation \(rename.name)"
            case .property: "the document has no schema \(rename.name) with a property \(member)"
            case .enumCase: "the document has no schema \(rename.name) with a value \(member) in its enum"
            }
        let name = rename.member.map { SpecText("\(rename.name).\($0)") } ?? rename.name
        return Self(
            .configuration, summary,
            hint: NearMiss.hint(for: name, among: names)
                ?? NearMiss.hint(for: rename.name, among: names))
    }
}

extension ClientOptions.Names {
    /// Reports a name of the configuration that a thing does not get, because another one has it or Swift needs it.
    func check(
        _ kind: Rename.Kind,
        _ name: SpecText,
        _ member: SpecText?,
        wanted: Identifier,
        given: Identifier?,
        _ diagnostics: DiagnosticCollector
    ) {
        guard given != wanted else { return }
        let rename = renames.first { $0.kind == kind && $0.name == name && $0.member == member }
        diagnostics.report(.error(.unusableName(wanted), at: rename?.location))
    }
}

extension Diagnostic.Message {
    package static func unusableName(_ name: Identifier) -> Self {
        Self(
            .configuration,
            "the name \(name.text) can't be used: another thing in the same scope has it, or Swift, Foundation or the runtime needs it"
        )
    }
}
