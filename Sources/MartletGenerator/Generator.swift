import MartletModel
import MartletOpenAPI
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
        layout: FileLayout = .filePerType,
        templates: TemplateSet,
        diagnostics: DiagnosticCollector
    ) -> [GeneratedFile] {
        guard let client = client(of: source, configuration, diagnostics), !diagnostics.hasErrors else { return [] }
        var files: [GeneratedFile] = []
        do throws(TemplateError) {
            for plan in ContextBuilder(client, configuration).plans(layout) {
                var contents: [UInt8] = []
                try templates.render(plan.template, plan.context, into: &contents)
                files.append(GeneratedFile(path: plan.path, contents: contents))
            }
        } catch {
            diagnostics.report(error.diagnostic)
            return []
        }
        return files
    }

    /// What templates see of a document, as JSON: for each file its template and the values for it.
    package static func templateContext(
        _ source: SourceFile,
        diagnostics: DiagnosticCollector
    ) -> String? {
        let configuration = Configuration(spec: source.path, module: anyModule)
        guard let client = client(of: source, configuration, diagnostics), !diagnostics.hasErrors else { return nil }
        let plans = ContextBuilder(client, configuration).plans(.filePerType)
        let contexts = plans.map {
            ($0.path, TemplateValue.object(["template": .string($0.template), "context": $0.context]))
        }
        return TemplateValue.object(Dictionary(contexts, uniquingKeysWith: { first, _ in first })).json
    }

    /// Reports what is wrong with a document and which of its parts a client would lack.
    package static func lint(_ source: SourceFile, diagnostics: DiagnosticCollector) {
        _ = client(of: source, Configuration(spec: source.path, module: anyModule), diagnostics)
    }

    /// Stands in for the name of a module where no file is written.
    private static let anyModule = Identifier.type(Words("API"))

    /// The client that a document describes: everything before templates and text.
    private static func client(
        of source: SourceFile,
        _ configuration: Configuration,
        _ diagnostics: DiagnosticCollector
    ) -> Client? {
        let root: Node
        do {
            root = try DocumentReader.read(source, diagnostics: diagnostics)
        } catch {
            diagnostics.report(error)
            return nil
        }
        if diagnostics.hasErrors { return nil }
        guard let document = Document(root, diagnostics) else { return nil }
        let resolved = Resolver(document, diagnostics).resolve()
        let options = ClientOptions(clientName: configuration.client, secrets: configuration.secrets)
        return ClientLowering(resolved, options, diagnostics).client()
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
