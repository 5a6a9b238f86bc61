import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport

/// A document that figures are about.
struct BenchDocument {
    let path: String
    /// What the table calls it.
    let name: String
    /// Whether it was made, so that it can't be at fault.
    let isMade: Bool

    /// A document of somebody's.
    init(path: String) {
        self.path = path
        name = (path as NSString).lastPathComponent
        isMade = false
    }

    /// A made document in a folder.
    init(operations count: Int, in folder: TemporaryFolder) throws {
        path = folder.path("made-\(count).yaml")
        name = "\(count) operations"
        isMade = true
        try Data(MadeDocument.yaml(operations: count).utf8).write(to: URL(fileURLWithPath: path))
        try checkMade(count)
    }

    /// How the document is generated, as by the command line.
    var configuration: Configuration { Configuration(spec: path, module: Identifier.type(Words("Bench API"))) }

    /// The client's files, without pages.
    func sources() throws -> [GeneratedFile] {
        var configuration = configuration
        configuration.documentation = .none
        return try files(configuration)
    }

    /// All of the client's files.
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

    /// Throws when a made document is not what it should be.
    private func checkMade(_ count: Int) throws {
        let diagnostics = DiagnosticCollector()
        Generator.lint(try SourceFile.reading(path), files: ConfinedFiles(besides: path), diagnostics: diagnostics)
        if let diagnostic = diagnostics.diagnostics.first { throw diagnostic }
        let operations = try StageTimes(self).operationCount
        guard operations == count else { throw BenchFailure("\(operations) operations were made, not \(count)") }
    }
}
