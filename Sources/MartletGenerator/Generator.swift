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
        templates: TemplateSet,
        diagnostics: DiagnosticCollector
    ) -> [GeneratedFile] {
        guard let client = client(of: source, configuration, files, diagnostics), !diagnostics.hasErrors else {
            return []
        }
        var generated: [GeneratedFile] = []
        do throws(TemplateError) {
            // One buffer for all: it is as large as the largest file soon.
            var buffer = TextBuffer()
            for plan in ContextBuilder(client, configuration, layout).plans() {
                buffer.removeAll()
                try templates.render(plan.template, plan.context(), into: &buffer)
                generated.append(GeneratedFile(path: plan.path, contents: buffer.bytes))
            }
        } catch {
            diagnostics.report(error.diagnostic)
            return []
        }
        return generated
    }

    /// What templates see of a document, as JSON: for each file its template and the values for it.
    package static func templateContext(
        _ source: SourceFile,
        files: any SourceFiles,
        diagnostics: DiagnosticCollector
    ) -> String? {
        let configuration = Configuration(spec: source.path, module: anyModule)
        guard let client = client(of: source, configuration, files, diagnostics), !diagnostics.hasErrors else {
            return nil
        }
        let plans = ContextBuilder(client, configuration, .filePerType).plans()
        let contexts = plans.map {
            ($0.path, ["template": .string($0.template), "context": $0.context()] as TemplateValue)
        }
        return TemplateValue.object(TemplateObject(contexts)).json
    }

    /// Reports what is wrong with a document which of its parts a client would lack, and which
    /// examples don't fit their schemas.
    package static func lint(_ source: SourceFile, files: any SourceFiles, diagnostics: DiagnosticCollector) {
        let configuration = Configuration(spec: source.path, module: anyModule)
        let client = client(of: source, configuration, files, diagnostics, checksSamples: true)
        for problem in client?.samples.compactMap(\.problem) ?? [] { diagnostics.report(problem) }
    }

    /// The values that a document gives as examples, with the types that they should be values of.
    package static func samples(
        _ source: SourceFile,
        _ configuration: Configuration,
        files: any SourceFiles,
        diagnostics: DiagnosticCollector
    ) -> [CheckedSample] {
        client(of: source, configuration, files, diagnostics, checksSamples: true)?.samples ?? []
    }

    /// Stands in for the name of a module where no file is written.
    private static let anyModule = Identifier.type(Words("API"))

    /// The client that a document describes: everything before templates and text.
    private static func client(
        of source: SourceFile,
        _ configuration: Configuration,
        _ files: any SourceFiles,
        _ diagnostics: DiagnosticCollector,
        checksSamples: Bool = false
    ) -> Client? {
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
        return ClientLowering(resolved, configuration.clientOptions, diagnostics).client(checksSamples: checksSamples)
    }
}

extension TemplateError {
    /// The error as a diagnostic at its place in the template.
    package var diagnostic: Diagnostic {
        .error(
            "\(message)",
            at: Location(
                path: "\(template).mustache",
                position: Position(line: UInt32(clamping: line), column: UInt32(clamping: column))
            )
        )
    }
}
