import Foundation
import MartletGenerator
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@Suite("Checked-in files")
struct GoldenTests {
    private static let advice =
        "stale; run `swift package --allow-writing-to-package-directory generate` and look at the difference"

    /// The folders in `Specs/`, with the expected diagnostics of their documents.
    static let specifications: [(folder: String, warnings: Int)] = [
        ("launchdarkly-access-tokens", 0), ("operations", 0), ("petstore", 0), ("schemas", 0),
    ]

    @Test(
        "a checked-in module is exactly what the generator writes",
        arguments: specifications
    )
    func golden(folder: String, warnings: Int) throws {
        let diagnostics = DiagnosticCollector()
        let specification = Repository.root.appendingPathComponent("Specs/\(folder)").path
        let file = try #require(ConfigurationFile(path: "\(specification)/martlet.yaml", diagnostics))
        let source = try SourceFile.reading(file.spec)
        let files = Generator.run(
            source,
            file.configuration,
            files: ConfinedFiles(besides: file.spec),
            templates: try ClientTemplates.builtIn(overriddenBy: file.templates),
            diagnostics: diagnostics
        )
        #expect(diagnostics.diagnostics.count { $0.severity != .note } == warnings)
        let output = try #require(file.output)
        let paths = TemporaryFolder.files(below: URL(fileURLWithPath: output))
        #expect(Set(paths) == Set(files.map(\.path) + [".martlet"]), "\(Self.advice)")
        for file in files {
            let onDisk = try? Data(contentsOf: URL(fileURLWithPath: "\(output)/\(file.path)"))
            #expect(onDisk == Data(file.contents), "\(file.path) is \(Self.advice)")
        }
        let folder = OutputFolder(path: output, records: Generator.records(source, file.configuration))
        #expect(try folder.changes(to: files).isEmpty, "\(Self.advice)")
    }

    @Test("every example of a checked-in module's document fits its schema", arguments: specifications)
    func examples(folder: String, warnings: Int) throws {
        let diagnostics = DiagnosticCollector()
        let path = Repository.root.appendingPathComponent("Specs/\(folder)/openapi.yaml").path
        Generator.lint(try SourceFile.reading(path), files: ConfinedFiles(besides: path), diagnostics: diagnostics)
        // Name clashes are resolved in the configuration, which isn't read here.
        let problems = diagnostics.diagnostics.filter { $0.severity != .note }.map(\.description)
        #expect(problems.filter { !$0.contains(" is called ") } == [])
    }

    @Test("there is a checked-in module for every specification")
    func complete() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appendingPathComponent("Specs").path
        )
        #expect(folders.sorted() == Self.specifications.map(\.folder))
    }

    @Test("the embedded templates and their reference match Templates/")
    func embedded() throws {
        var templates: [String: String] = [:]
        let folder = Repository.root.appendingPathComponent("Templates")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".mustache") {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            templates[String(name.dropLast(".mustache".count))] = text
        }
        let reference = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
        let isFresh = EmbeddedTemplates.sources == templates && EmbeddedTemplates.reference == reference
        #expect(isFresh, "stale; run `swift run martlet-dev embed`")
    }

    @Test("the sources of the client stay small")
    func size() throws {
        let folder = Repository.root.appendingPathComponent("Generated/LaunchDarklyAPI")
        let lines = try TemporaryFolder.files(below: folder).filter { $0.hasSuffix(".swift") }.map { path in
            try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8).utf8.count { $0 == 10 }
        }
        #expect(lines.reduce(0, +) < 1200)
    }
}
