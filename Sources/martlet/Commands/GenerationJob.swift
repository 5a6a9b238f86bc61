import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates

/// One client to generate, with paths relative to the current folder.
struct GenerationJob {
    let configuration: Configuration
    /// The path of the document; `-` for standard input.
    let spec: String
    let output: String
    let templates: String?
    /// The folder that contains all files the document refers to; `nil` for its own folder.
    var root: String?
    /// Receives the files that are read; `nil` if they aren't watched.
    var watched: WatchedFiles?

    /// The document.
    func source() throws(Diagnostic) -> SourceFile {
        watched?.watch(spec)
        return spec == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(spec)
    }

    /// The files that the document can refer to.
    private var sources: RecordedFiles {
        RecordedFiles(files: root.map { ConfinedFiles(root: $0) } ?? ConfinedFiles(besides: spec), watched: watched)
    }

    /// How much code the parts of the client are.
    func report(_ source: SourceFile, _ files: [GeneratedFile]) -> SizeReport? {
        Generator.client(source, configuration, files: sources, diagnostics: DiagnosticCollector()).map {
            SizeReport($0, in: configuration.namespace, files)
        }
    }

    /// The files of the client; empty when the diagnostics contain an error.
    ///
    /// - Parameter summarize: Receives the client before the files are made.
    func files(
        of source: SourceFile,
        _ layout: Generator.FileLayout,
        _ diagnostics: DiagnosticCollector,
        summarize: (Client) -> Void
    ) throws(Diagnostic) -> [GeneratedFile] {
        for path in templates.map(ClientTemplates.paths(below:)) ?? [] { watched?.watch(path) }
        return Generator.run(
            source,
            configuration,
            files: sources,
            layout: layout,
            templates: try ClientTemplates.builtIn(overriddenBy: templates),
            diagnostics: diagnostics,
            summarize: summarize
        )
    }
}
