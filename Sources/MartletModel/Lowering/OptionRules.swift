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
        for rename in options.names.renames where !exists(rename) {
            diagnostics.report(.error(.unknownName(rename), at: rename.location))
        }
        for (operation, option) in options.pages where !document.operations.contains(where: { $0.id == operation }) {
            diagnostics.report(.error(.unknownOperation(operation), at: option.location))
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
    package static func unknownOperation(_ name: SpecText) -> Self { "the document has no operation \(name)" }

    package static func unknownName(_ rename: ClientOptions.Names.Rename) -> Self {
        switch rename.kind {
        case .schema: "the document has no schema \(rename.name)"
        case .operation: unknownOperation(rename.name)
        case .property: "the document has no schema \(rename.name) with a property \(rename.member ?? "")"
        case .enumCase: "the document has no schema \(rename.name) with a value \(rename.member ?? "") in its enum"
        }
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
        "the name \(name.text) can't be used: another thing in the same scope has it, or Swift, Foundation or the runtime needs it"
    }
}
