import Foundation
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletGenerator

@Suite("Templates of the user")
struct ClientTemplatesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func load(_ templates: [String: String]) throws -> ClientTemplates {
        for (name, text) in templates { try folder.write(text, to: "\(name).mustache") }
        return try ClientTemplates.builtIn(overriddenBy: folder.url.path)
    }

    private func generate(
        _ templates: [String: String],
        layout: Generator.FileLayout = .filePerType
    ) throws -> (files: [GeneratedFile], diagnostics: [Diagnostic]) {
        let document = Generation.document(schemas: "Kite: {type: object}\nTail: {type: string}")
        let diagnostics = DiagnosticCollector()
        let files = Generator.run(
            SourceFile(path: "api.yaml", bytes: Array(document.utf8)),
            Configuration(spec: "api.yaml", module: try #require(Identifier("TestAPI"))),
            files: MemoryFiles(),
            layout: layout,
            templates: try load(templates),
            diagnostics: diagnostics
        )
        return (files, diagnostics.diagnostics)
    }

    @Test("the built-in templates have the current version, and cause no warning")
    func builtIn() throws {
        let templates = try ClientTemplates.builtIn(overriddenBy: nil)
        #expect(templates.warnings.isEmpty)
        for name in templates.set.names {
            let front = templates.set.firstComment(of: name).flatMap { TemplateFront($0) }
            #expect(front?.version == TemplateFront.currentVersion, "\(name)")
        }
    }

    @Test(
        "a template with another version, or without one, is a warning at its first line",
        arguments: [("{{! martlet 1 }}\n", 1), ("{{! martlet 4 }}\n", 4), ("", nil), ("{{! mine }}\n", nil)]
    )
    func version(front: String, version: Int?) throws {
        let warnings = try load(["Container": front + "x"]).warnings
        #expect(warnings.map(\.message) == [.otherVersion(version)])
        let position = Position(line: 1, column: 1)
        #expect(warnings.map(\.location) == [Location(path: folder.path("Container.mustache"), position: position)])
    }

    @Test("a template with the current version causes no warning, whether or not it generates files")
    func current() throws {
        let templates = try load([
            "Container": "{{! martlet 3 }}\n", "Models.swift": "{{! martlet 3 }}\n",
            "Model.md": "{{! martlet 3, for each model: pages/{name}.md }}\n",
        ])
        #expect(templates.warnings.isEmpty)
        let paths = Dictionary(uniqueKeysWithValues: templates.files.map { ($0.template, $0.front.path) })
        #expect(paths["Models.swift"] == "Models/{name}.swift")
        #expect(paths["Model.md"] == "pages/{name}.md")
    }

    @Test("a template without any use is an error with a suggestion")
    func unknown() throws {
        let error = #expect(throws: Diagnostic.self) { try load(["Metod": "{{! martlet 3 }}\n"]) }
        let text = try #require(error).message.text
        #expect(text.contains("Metod.mustache") && text.contains("`Method`"))
        #expect(error?.location?.path == folder.path("Metod.mustache"))
    }

    @Test("a template used by another user template needs no file of its own")
    func placed() throws {
        let templates = try load(["Mine": "{{! martlet 3 }}\n", "Container": "{{! martlet 3 }}\n{{> Mine}}"])
        #expect(!templates.files.contains { $0.template == "Mine" })
    }

    @Test(
        "a path stays in its folder, is not hidden, and differs for each subject",
        arguments: [
            "for the client: ../Mine.swift", "for the client: /Mine.swift", "for the client: .mine/A.swift",
            "for the client: Mine//A.swift", "for the client: Mine/", "for the client: {name}.swift",
            "for the client: Mine\\A.swift", "for each model: Mine.swift", "for each api: Mine/{client}.swift",
            "for each model: {Name}.swift",
        ]
    )
    func unusablePath(front: String) throws {
        let error = #expect(throws: Diagnostic.self) { try load(["Mine": "{{! martlet 3, \(front) }}\n"]) }
        let path = front.split(separator: ":", maxSplits: 1).last.map { $0.drop { $0 == " " } } ?? ""
        #expect(error?.message == .templatePath(String(path)))
    }

    @Test(
        "a path can contain the names of its subject, the client and the module",
        arguments: [
            ("for the client: {module}/{client} of mine.txt", ["TestAPI/TestClient of mine.txt"]),
            ("for each model: mine/{client}.{name}.csv", ["mine/TestClient.Kite.csv", "mine/TestClient.Tail.csv"]),
            ("for each api: {name}-mine.csv", []),
        ]
    )
    func paths(front: String, paths: [String]) throws {
        let (files, diagnostics) = try generate(["Mine": "{{! martlet 3, \(front) }}\n{{marker}}\n"])
        #expect(diagnostics.isEmpty)
        #expect(files.map(\.path).filter { $0.contains("mine") } == paths)
    }

    @Test("two templates for one file are an error that names both, and generate no file")
    func sameFile() throws {
        let (files, diagnostics) = try generate(["Mine": "{{! martlet 3, for each model: models/{name}.swift }}\n"])
        let messages = diagnostics.map(\.message)
        #expect(messages.contains(.sameFile("Models/Kite.swift", "Models.swift", "Mine")))
        #expect(messages.count == 2 && diagnostics.allSatisfy { $0.severity == .error })
        #expect(files.isEmpty)
    }

    @Test("the build plugin skips additional files, with a warning")
    func buildPlugin() throws {
        let (files, diagnostics) = try generate(
            ["Mine": "{{! martlet 3, for the client: Mine.swift }}\n"],
            layout: .fixedNames
        )
        #expect(diagnostics.map(\.message) == [.fileOfPlugin("Mine")])
        #expect(!files.isEmpty && files.allSatisfy { $0.path.hasPrefix("Martlet") })
    }
}
