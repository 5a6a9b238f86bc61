import Foundation
import MartletGenerator
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@Suite("Checked-in files")
struct GoldenTests {
    @Test("Generated/LaunchDarklyAPI is what the generator makes of its document, no file more and none less")
    func golden() throws {
        let diagnostics = DiagnosticCollector()
        let specification = Repository.root.appendingPathComponent("Specs/launchdarkly-access-tokens").path
        let file = try #require(ConfigurationFile(path: "\(specification)/martlet.yaml", diagnostics))
        let files = Generator.run(
            try SourceFile.reading(file.spec),
            file.configuration,
            templates: try TemplateSet.builtIn(overriddenBy: file.templates),
            diagnostics: diagnostics
        )
        #expect(diagnostics.diagnostics.isEmpty)
        let folder = Repository.root.appendingPathComponent("Generated/LaunchDarklyAPI")
        let command =
            "stale; run `swift package --allow-writing-to-package-directory generate` and look at the difference"
        #expect(Set(TemporaryFolder.files(below: folder)) == Set(files.map(\.path) + [".martlet"]), "\(command)")
        for file in files {
            let onDisk = try? Data(contentsOf: folder.appendingPathComponent(file.path))
            #expect(onDisk == Data(file.contents), "\(file.path) is \(command)")
        }
        let output = try #require(file.output)
        #expect(try OutputFolder(path: output).changes(to: files).isEmpty, "\(command)")
    }

    @Test("the templates in the executable are those of Templates/")
    func embedded() throws {
        var templates: [String: String] = [:]
        let folder = Repository.root.appendingPathComponent("Templates")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".mustache") {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            templates[String(name.dropLast(".mustache".count))] = text
        }
        #expect(EmbeddedTemplates.sources == templates, "stale; run `swift run martlet-dev embed`")
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
