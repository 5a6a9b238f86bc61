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
        let known = Set(operationNames + document.leftOut.map(\.subject.id))
        for (operation, option) in options.pages where !known.contains(operation) {
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
}
