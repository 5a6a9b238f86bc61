package import MartletModel
package import MartletOpenAPI
package import MartletSource
package import MartletTemplates

/// The way from a document to the files of a client.
///
/// Pure: no disk, clock, environment or network, and the same bytes come out for the same bytes in.
package enum Generator {
    /// How the client is spread over files.
    package enum FileLayout: Sendable {
        /// A file for each type, named after it, and pages.
        case filePerType
        /// Files whose names don't depend on the document, for a build plugin that has to know them before.
        case fixedNames
    }

    /// Makes the files of a client.
    ///
    /// - Returns: no file when an error is among the diagnostics; whoever calls reports them.
    package static func run(
        _ source: SourceFile,
        _ configuration: Configuration,
        files: any SourceFiles,
        layout: FileLayout = .filePerType,
        templates: ClientTemplates,
        diagnostics: DiagnosticCollector
    ) -> [GeneratedFile] {
        for warning in templates.warnings { diagnostics.report(warning) }
        guard let contexts = contexts(of: source, configuration, files, layout, diagnostics) else { return [] }
        let plans = contexts.plans(layout, templates, diagnostics)
        if diagnostics.hasErrors { return [] }
        var generated: [GeneratedFile] = []
        do throws(TemplateError) {
            // One buffer for all: it is as large as the largest file soon.
            var buffer = TextBuffer()
            for plan in plans {
                buffer.removeAll()
                try templates.set.render(plan.template, plan.scopes, into: &buffer)
                let isSwift = plan.path.hasSuffix(".swift")
                let contents = isSwift ? SwiftLayout.laidOut(buffer.bytes) : buffer.bytes
                generated.append(GeneratedFile(path: plan.path, contents: contents))
            }
        } catch {
            diagnostics.report(error.diagnostic)
            return []
        }
        return generated
    }

    /// What templates see of a document, as JSON.
    ///
    /// - Parameter configuration: `nil` for the usual settings.
    package static func templateContext(
        _ source: SourceFile,
        _ configuration: Configuration?,
        files: any SourceFiles,
        diagnostics: DiagnosticCollector
    ) -> String? {
        let configuration = configuration ?? Configuration(spec: source.path, module: anyModule)
        return contexts(of: source, configuration, files, .filePerType, diagnostics)?.client.json
    }

    /// What templates see of a document; `nil` when an error is among the diagnostics.
    static func contexts(
        of source: SourceFile,
        _ configuration: Configuration,
        _ files: any SourceFiles,
        _ layout: FileLayout,
        _ diagnostics: DiagnosticCollector
    ) -> Contexts? {
        guard let client = lowering(of: source, configuration, files, diagnostics)?.client(), !diagnostics.hasErrors
        else {
            return nil
        }
        let hasPages = configuration.documentation == .markdown && layout == .filePerType
        return ContextBuilder(client, configuration, hasPages: hasPages).contexts()
    }

    /// Reports what is wrong with a document which of its parts a client would lack, and which
    /// examples don't fit their schemas.
    package static func lint(_ source: SourceFile, files: any SourceFiles, diagnostics: DiagnosticCollector) {
        let configuration = Configuration(spec: source.path, module: anyModule)
        let samples = lowering(of: source, configuration, files, diagnostics)?.samples() ?? []
        for problem in samples.compactMap(\.problem) { diagnostics.report(problem) }
    }

    /// The values that a document gives as examples, with the types that they should be values of.
    package static func samples(
        _ source: SourceFile,
        _ configuration: Configuration,
        files: any SourceFiles,
        diagnostics: DiagnosticCollector
    ) -> [CheckedSample] {
        lowering(of: source, configuration, files, diagnostics)?.samples() ?? []
    }

    /// Stands in for the name of a module where no file is written.
    private static let anyModule = Identifier.type(Words("API"))

    /// What makes the client that a document describes: everything before templates and text.
    private static func lowering(
        of source: SourceFile,
        _ configuration: Configuration,
        _ files: any SourceFiles,
        _ diagnostics: DiagnosticCollector
    ) -> ClientLowering? {
        let root: Node
        do {
            root = try DocumentReader.read(
                source,
                options: ReaderOptions(knownKeys: FieldName.texts),
                diagnostics: diagnostics
            )
        } catch {
            diagnostics.report(error)
            return nil
        }
        if diagnostics.hasErrors { return nil }
        guard root.kind == .mapping else {
            diagnostics.report(.error(.expected("a mapping (OpenAPI Object)"), at: root.location))
            return nil
        }
        guard let version = SpecificationVersion(of: root, diagnostics) else { return nil }
        let context = DecodingContext(version, References(root, files, diagnostics), diagnostics)
        guard let document = Document.resolved(root, context) else { return nil }
        let resolved = ResolvedDocument(document, context)
        return ClientLowering(resolved, configuration.clientOptions, diagnostics)
    }
}

extension TemplateError {
    /// The error as a diagnostic at its place in the template.
    package var diagnostic: Diagnostic { diagnostic(at: "\(template).mustache") }

    /// The error as a diagnostic at its place in a file.
    func diagnostic(at path: String) -> Diagnostic {
        .error(
            "\(message)",
            at: Location(
                path: path,
                position: Position(line: UInt32(clamping: line), column: UInt32(clamping: column))
            )
        )
    }
}
