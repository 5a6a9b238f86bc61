import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletGenerator

@Suite("Templates of the user, rendered")
struct OwnTemplateTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Boats, version: '1'}
        paths:
          /boats/{id}:
            get:
              tags: [boats]
              operationId: getBoat
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Boat:
              type: object
              properties:
                "$ref \\"": {type: array, items: {type: [string, 'null']}}
                mast: {type: object, properties: {height: {type: integer}}}

        """

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Generates a client with one template in the folder.
    private func generation(
        _ name: String,
        _ template: String,
        layout: Generator.FileLayout = .filePerType
    ) throws -> Generation {
        try folder.write(template, to: "\(name).mustache")
        return try Generation(Self.document, layout: layout, templates: folder.url.path)
    }

    @Test("ModelExtras is inserted after each type, including nested ones")
    func modelExtras() throws {
        let generation = try generation("ModelExtras", "{{! martlet 3 }}\n\nextension {{path}} {}\n")
        let text = try #require(generation.text(of: "Models/Boat.swift"))
        #expect(text.hasSuffix("\n}\n\nextension Boat {}\n\nextension Boat.Mast {}\n"), "\(text)")
        #expect(generation.diagnostics.isEmpty)
    }

    @Test("MethodExtras is inserted after each method, inside the API")
    func methodExtras() throws {
        let generation = try generation("MethodExtras", "{{! martlet 3 }}\n\nfunc {{name.plain}}Twice() {}\n")
        let text = try #require(generation.text(of: "APIs/BoatsApi.swift"))
        #expect(text.hasSuffix("    }\n\n    func getBoatTwice() {}\n}\n"), "\(text)")
    }

    @Test(
        "a template generates a file for each subject named in its first line",
        arguments: [
            ("the client: {client}.txt", "TestClient.txt", "TestAPI"),
            ("each api: {name}.txt", "BoatsApi.txt", "BoatsApi"), ("each model: a/{name}.txt", "a/Boat.txt", "Boat"),
        ]
    )
    func subjects(front: String, path: String, text: String) throws {
        let name = front.hasPrefix("the client") ? "module" : "name"
        let generation = try generation("Own", "{{! martlet 3, for \(front) }}\n{{marker}} {{\(name)}}\n")
        #expect(generation.text(of: path) == "\(GeneratedFile.marker) \(text)\n")
    }

    @Test("a file without the marker is an error in its template, and nothing is generated")
    func unmarked() throws {
        let generation = try generation("Own", "{{! martlet 3, for each model: {name}.txt }}\n{{name}}\n")
        #expect(generation.files.isEmpty)
        #expect(generation.diagnostics.map(\.message) == [.unmarkedFile("Boat.txt")])
        #expect(generation.printed[0].hasPrefix("\(folder.path("Own.mustache")):1:1: error: "))
    }

    @Test("an error in a template has the template's path")
    func place() throws {
        let generation = try generation("Own", "{{! martlet 3, for the client: a.txt }}\n{{marker}} {{titel}}\n")
        #expect(generation.printed.count == 1)
        #expect(generation.printed[0].hasPrefix("\(folder.path("Own.mustache")):2:12: error: "))
    }

    @Test("files of the build plugin use replaced templates; a template for further files is a warning")
    func fixedNames() throws {
        try folder.write("{{! martlet 3 }}\n\nextension {{path}} {}\n", to: "ModelExtras.mustache")
        let own = "{{! martlet 3, for the client: a.txt }}\n{{marker}}\n"
        let generation = try generation("Own", own, layout: .fixedNames)
        let texts = generation.files.map { String(decoding: $0.contents, as: UTF8.self) }
        #expect(texts.contains { $0.contains("extension Boat {}") })
        #expect(!generation.files.contains { $0.path == "a.txt" })
        #expect(generation.diagnostics.map(\.message) == [.fileOfPlugin("Own")])
        #expect(generation.printed[0].hasPrefix("\(folder.path("Own.mustache")):1:1: warning: "))
    }

    @Test("types can be spelled for another language, and text written as its string literals")
    func kotlin() throws {
        let type = """
            {{! martlet 3 }}
            {{#typeKind.array}}List<{{> Type}}>{{/typeKind.array}}{{#typeKind.optional}}{{> Type}}?{{/typeKind.optional}}\
            {{#typeKind.string}}String{{/typeKind.string}}{{#typeKind.named}}{{.}}{{/typeKind.named}}
            """
        try folder.write(type, to: "Type.mustache")
        let model = """
            {{! martlet 3, for each model: {name}.kt }}
            // {{marker}}
            {{#kind.structure}}
            {{#properties}}
            {{key.kotlin}} {{> Type}}
            {{/properties}}
            {{/kind.structure}}

            """
        let text = try generation("Kotlin", model).text(of: "Boat.kt")
        #expect(text?.hasSuffix("\n\"\\$ref \\\"\" List<String?>\n\"mast\" Boat.Mast\n") == true, "\(text ?? "")")
    }
}
