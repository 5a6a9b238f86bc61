import MartletGenerator
import MartletSource
import MartletTemplates

/// One client to generate, with paths as seen from the current folder.
struct GenerationJob {
    let configuration: Configuration
    /// `-` for standard input.
    let spec: String
    let output: String
    let templates: String?
    /// The folder of the files that the document may refer to; `nil` for its own.
    var root: String?

    /// The files of the client; none when an error is among the diagnostics.
    func files(
        _ layout: Generator.FileLayout,
        _ diagnostics: DiagnosticCollector
    ) throws(Diagnostic) -> [GeneratedFile] {
        Generator.run(
            spec == "-" ? try SourceFile.readingStandardInput() : try SourceFile.reading(spec),
            configuration,
            files: root.map { ConfinedFiles(root: $0) } ?? ConfinedFiles(besides: spec),
            layout: layout,
            templates: try ClientTemplates.builtIn(overriddenBy: templates),
            diagnostics: diagnostics
        )
    }
}
