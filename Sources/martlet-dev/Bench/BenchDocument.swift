import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport

/// A document to measure.
struct BenchDocument {
    let path: String
    /// The name in the table.
    let name: String
    /// Whether the benchmark made the document, so that errors in it are bugs of the benchmark.
    let isFake: Bool

    /// An existing document.
    init(path: String) {
        self.path = path
        name = (path as NSString).lastPathComponent
        isFake = false
    }

    /// Makes a document in a folder.
    init(operations count: Int, in folder: TemporaryFolder) throws {
        path = folder.path("made-\(count).yaml")
        name = "\(count) operations"
        isFake = true
        try Data(FakeDocument.yaml(operations: count).utf8).write(to: URL(fileURLWithPath: path))
        try checkFake(count)
    }

    /// The configuration, as for the command line.
    var configuration: Configuration { Configuration(spec: path, module: Identifier.type(Words("Bench API"))) }

    /// The files of the client, without pages of documentation.
    func sources() throws -> [GeneratedFile] {
        var configuration = configuration
        configuration.documentation = .none
        return try files(configuration)
    }

    /// All files of the client.
    func files(_ configuration: Configuration) throws -> [GeneratedFile] {
        let diagnostics = DiagnosticCollector()
        let files = Generator.run(
            try SourceFile.reading(path),
            configuration,
            files: ConfinedFiles(besides: path),
            templates: try ClientTemplates.builtIn(overriddenBy: nil),
            diagnostics: diagnostics
        )
        if let error = diagnostics.diagnostics.first(where: { $0.severity == .error }) { throw error }
        return files
    }

    /// Checks a made document.
    ///
    /// - Throws: `BenchFailure` when it has another number of operations.
    private func checkFake(_ count: Int) throws {
        let diagnostics = DiagnosticCollector()
        Generator.lint(try SourceFile.reading(path), files: ConfinedFiles(besides: path), diagnostics: diagnostics)
        if let diagnostic = diagnostics.diagnostics.first { throw diagnostic }
        let operations = try StageTimes(self).operationCount
        guard operations == count else { throw BenchFailure("\(operations) operations were made, not \(count)") }
    }
}
