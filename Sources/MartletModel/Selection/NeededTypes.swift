import MartletOpenAPI
package import MartletSource

/// Finds the types that a selection leaves.
struct NeededTypes {
    private let selection: Selection
    private let schemas: [NamedSchema]
    private let types: TypeLowering
    private let diagnostics: DiagnosticCollector

    init(_ types: TypeLowering, _ diagnostics: DiagnosticCollector) {
        selection = types.options.selection
        schemas = types.schemas.named
        self.types = types
        self.diagnostics = diagnostics
    }

    /// The declarations that remain: those of selected schemas, and all that these and operations refer to. Excluded
    /// ones among the latter are reported.
    func declarations(_ all: [Declaration], neededBy references: [TypeReference]) -> [Declaration] {
        guard selection.isPartial || !selection.excluded.isEmpty else { return all }
        let excluded = schemas.filter { schema in selection.excluded.contains { $0.matches(schema) } }
        let roots =
            selection.isPartial
            ? schemas.filter { schema in selection.included.contains { $0.matches(schema) } }
            : schemas.filter { schema in !selection.excluded.contains { $0.matches(schema) } }
        let rootTypes = roots.filter { root in !excluded.contains { $0.id == root.id } }.flatMap(types)
        let needed = all.types(neededBy: references + rootTypes)
        for schema in excluded
        where types(schema).contains(where: { $0.name.map { needed.contains($0.path[0]) } ?? false }) {
            let pattern = selection.excluded.first { $0.matches(schema) }
            diagnostics.report(.warning(.excludedButNeeded(schema.names[0]), at: pattern?.location))
        }
        return all.filter { needed.contains($0.name.path[0]) }
    }

    /// The types of a named schema, one for each direction.
    private func types(_ schema: NamedSchema) -> [TypeReference] {
        [types.type(of: schema.id, .response), types.type(of: schema.id, .request)]
    }
}

extension Diagnostic.Message {
    package static func excludedButNeeded(_ schema: SpecText) -> Self {
        Self(
            .needlessSetting,
            "the schema \(schema) is excluded, but other parts of the client need it, so its type is kept")
    }
}
