import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@Suite("Summaries of clients")
struct DocumentSummaryTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Kites, version: "1"}
        servers: [{url: "https://a.example", description: main}, {url: "https://b.example", description: spare}]
        paths:
          /kites:
            get:
              operationId: kites_list
              tags: [kites]
              responses: {"200": {description: All., content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}}
            post:
              operationId: list
              tags: [kites]
              requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Boat"}}}}
              responses: {"204": {description: Done.}}
          /boats:
            get:
              operationId: boats
              tags: [boats]
              responses: {"200": {description: All., content: {application/json: {schema: {$ref: "#/components/schemas/Boat"}}}}}
        components:
          schemas:
            Kite:
              type: object
              properties:
                "=x": {type: string, description: "=zzz \\"=\\" \\\\", example: none}
                tail: {$ref: "#/components/schemas/Tail"}
                other: {$ref: "#/components/schemas/Tail"}
                animal: {$ref: "#/components/schemas/Animal"}
            Tail: {type: object, properties: {length: {type: integer, format: int32}, width: {type: integer, format: int32}}}
            Boat: {type: object, properties: {length: {type: integer, format: int32}, sail: {$ref: "#/components/schemas/Sail"}}}
            Sail: {type: object, properties: {mapping: {type: string}}}
            Animal: {type: object, required: [kind], discriminator: {propertyName: kind, mapping: {d: Dog}}, properties: {kind: {type: string}}}
            Dog: {allOf: [{$ref: "#/components/schemas/Animal"}, {type: object, properties: {bark: {type: string}}}]}
            Cat: {allOf: [{$ref: "#/components/schemas/Animal"}, {type: object, properties: {purr: {type: string}}}]}

        """

    @Test(
        "a summary is read back as the same document",
        arguments: ["", "operations kites_list", "tags kites", "schemas Sail"])
    func same(included: String) throws {
        let folder = try folder(included)
        #expect(try changes(from: folder, to: Self.document) == [])
    }

    @Test("the summary contains only what is in the client, and names that others depend on")
    func pruned() throws {
        let folder = try folder("operations kites_list")
        let text = try String(contentsOf: folder.url.appendingPathComponent(DocumentSummary.path), encoding: .utf8)
        #expect(text.contains(#"selection {"include":{"operations":["kites_list"]}}"#))
        #expect(text.contains(#""post":{"operationId":"list","tags":["kites"],"responses":{}}"#))
        #expect(["Tail", "Dog", "Cat"].allSatisfy { text.contains("\n\"\($0)\":") })
        #expect(!text.contains("oats") && !text.contains("Sail"))
        // Equal parts occur once.
        #expect(text.contains("\n=") && text.split(separator: "int32").count == 2)
    }

    @Test("a change is found if it affects the client")
    func changed() throws {
        let folder = try folder("operations kites_list")
        let new = Self.document.replacing("width:", with: "weight:").replacing("sail:", with: "mast:")
        #expect(try changes(from: folder, to: new) == ["Tail.weight", "Tail.width"])
        #expect(try changes(from: folder, to: Self.document.replacing("=zzz", with: "=zz")) == ["Kite.x"])
    }

    @Test("a removed operation is reported, with a warning about the setting that named it")
    func goneOperation() throws {
        let folder = try folder("operations kites_list,operations boats")
        let diagnostics = DiagnosticCollector()
        let new = Self.document.replacing("operationId: boats", with: "operationId: ships")
        let found = try changes(from: folder, to: new, diagnostics)
        #expect(found.contains("BoatsApi.boats()"))
        #expect(diagnostics.diagnostics.map(\.description).filter { $0.contains("\"boats\" matches none") }.count == 1)
        #expect(!diagnostics.hasErrors)
    }

    @Test("two folders are compared, with servers identified by their descriptions")
    func twoFolders() throws {
        let (old, new) = (try folder(""), try folder("", Self.document.replacing("All.", with: "Every kite.")))
        let summaries = try [old, new].map { try DocumentSummary(inFolder: $0.url.path) }
        let inputs = try summaries.map { summary in
            Generator.Input(try summary.file(at: summary.root), try configuration(""), summary, isSummary: true)
        }
        let diagnostics = DiagnosticCollector()
        let same = try #require(Generator.changes(from: inputs[0], to: inputs[0], diagnostics: diagnostics))
        #expect(same.changes.isEmpty)
        let report = try #require(Generator.changes(from: inputs[0], to: inputs[1], diagnostics: diagnostics))
        #expect(report.changes.map(\.subject) == ["KitesApi.kitesList()", "BoatsApi.boats()"])
        let renamed = Self.document.replacing("description: spare", with: "description: second")
        #expect(try changes(from: old, to: renamed) == ["TestClient.Server.second", "TestClient.Server.spare"])
    }

    @Test(
        "a file that martlet did not write is an error",
        arguments: ["=a {\"b\":=c}", "=", "=a", "selection x", "text", "--- api.json\n{\"openapi\":=a}"])
    func broken(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("# Generated\n\(text)\n", to: DocumentSummary.path)
        #expect(throws: Diagnostic.self) {
            let summary = try DocumentSummary(inFolder: folder.url.path)
            _ = try summary.file(at: summary.root)
        }
    }

    @Test("deeply nested parts do not exhaust memory")
    func bomb() throws {
        let folder = try TemporaryFolder()
        let lines = (1...40).map { "=a\($0) {\"b\":=a\($0 - 1),\"c\":=a\($0 - 1)}" }
        try folder.write("=a0 [\"0123456789\"]\n\(lines.joined(separator: "\n"))\n", to: DocumentSummary.path)
        #expect(throws: Diagnostic.self) { try DocumentSummary(inFolder: folder.url.path) }
    }

    private func configuration(_ included: String) throws -> Configuration {
        var configuration = Configuration(spec: "api.yaml", module: try #require(Identifier("TestAPI")))
        configuration.selection.included = included.split(separator: ",").compactMap { item in
            let parts = item.split(separator: " ")
            return Selection.Kind(rawValue: String(parts[0])).map {
                .init($0, Glob(SpecText(String(parts[1]))), at: nil)
            }
        }
        return configuration
    }

    /// A folder with the summary of a client.
    private func folder(_ included: String, _ document: String = Self.document) throws -> TemporaryFolder {
        let files = Generator.run(
            SourceFile(path: "api.yaml", bytes: Array(document.utf8)),
            try configuration(included),
            files: MemoryFiles(),
            templates: try ClientTemplates.builtIn(overriddenBy: nil),
            diagnostics: DiagnosticCollector()
        )
        let folder = try TemporaryFolder()
        let summary = try #require(files.first { $0.path == DocumentSummary.path })
        try folder.write(String(decoding: summary.contents, as: UTF8.self), to: summary.path)
        return folder
    }

    /// The subjects of the changes between a client's document and a new one.
    private func changes(
        from folder: TemporaryFolder,
        to new: String,
        _ diagnostics: DiagnosticCollector = .init()
    ) throws -> [String] {
        let summary = try DocumentSummary(inFolder: folder.url.path)
        var configuration = try configuration("")
        configuration.selection = try #require(summary.selection)
        let report = Generator.changes(
            from: .init(try summary.file(at: summary.root), configuration, summary, isSummary: true),
            to: .init(SourceFile(path: "new.yaml", bytes: Array(new.utf8)), configuration, MemoryFiles()),
            diagnostics: diagnostics
        )
        return try #require(report).changes.map(\.subject).sorted()
    }
}
