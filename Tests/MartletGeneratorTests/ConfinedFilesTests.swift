import Foundation
import MartletGenerator
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@Suite("Files that documents refer to")
struct ConfinedFilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: T", to: "specs/models/a.yaml")
        try folder.write("secret", to: "outside.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("specs/link.yaml"),
            withDestinationPath: folder.path("outside.yaml")
        )
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("specs/inner.yaml"),
            withDestinationPath: folder.path("specs/models/a.yaml")
        )
    }

    @Test(
        "files in the document's folder are read, also through links that stay inside",
        arguments: ["models/a.yaml", "inner.yaml", "models/../models/a.yaml"]
    )
    func within(path: String) throws {
        let files = ConfinedFiles(besides: folder.path("specs/openapi.yaml"))
        #expect(try files.file(at: folder.path("specs/\(path)")).bytes == Array("title: T".utf8))
    }

    @Test(
        "files elsewhere are rejected, unless they are in the root folder",
        arguments: ["../outside.yaml", "link.yaml", "none.yaml", "models", "../../../../../../etc/passwd"]
    )
    func outside(path: String) throws {
        let files = ConfinedFiles(besides: folder.path("specs/openapi.yaml"))
        #expect(throws: Diagnostic.self) { try files.file(at: folder.path("specs/\(path)")) }
    }

    @Test(
        "a folder with a canonically equivalent name, or the same prefix, is a different folder",
        arguments: [("caf\u{E9}", "cafe\u{301}"), ("cafe\u{301}", "caf\u{E9}"), ("specs", "specs-evil")]
    )
    func twins(own: String, other: String) throws {
        try folder.write("title: own", to: "\(own)/a.yaml")
        try folder.write("title: other", to: "\(other)/a.yaml")
        let files = ConfinedFiles(besides: folder.path("\(own)/openapi.yaml"))
        #expect(try files.file(at: folder.path("\(own)/a.yaml")).bytes == Array("title: own".utf8))
        let path = folder.path("\(own)/../\(other)/a.yaml")
        let error = try #require(throws: Diagnostic.self) { try files.file(at: path) }
        #expect(error.message == .fileOutside(path))
    }

    @Test(
        "messages do not reveal whether a file outside exists",
        arguments: [
            ("../outside.yaml", "../nothing.yaml"), ("../beside/a.yaml", "../beside/nothing/a.yaml"),
            ("link.yaml", "broken.yaml"), ("linked/a.yaml", "linked/nothing.yaml"), ("linked", "brokenFolder/a.yaml"),
        ]
    )
    func existence(existing: String, missing: String) throws {
        try folder.write("title: T", to: "beside/a.yaml")
        for (name, target) in [("linked", "beside"), ("broken.yaml", "nothing.yaml"), ("brokenFolder", "nothing")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("specs/\(name)"),
                withDestinationPath: folder.path(target)
            )
        }
        let files = ConfinedFiles(besides: folder.path("specs/openapi.yaml"))
        for path in [existing, missing].map({ folder.path("specs/\($0)") }) {
            let error = try #require(throws: Diagnostic.self) { try files.file(at: path) }
            #expect(error.message == .fileOutside(path))
        }
    }

    @Test(
        "a missing file inside is reported as missing", arguments: ["none.yaml", "none/a.yaml", "models/b.yaml"])
    func missing(path: String) throws {
        let path = folder.path("specs/\(path)")
        let error = try #require(throws: Diagnostic.self) {
            try ConfinedFiles(besides: folder.path("specs/openapi.yaml")).file(at: path)
        }
        #expect(error.message.summary == Diagnostic.Message.missingFile(path).summary)
    }

    @Test("the root folder widens what may be read")
    func root() throws {
        let files = ConfinedFiles(root: folder.path(""))
        #expect(try files.file(at: folder.path("specs/../outside.yaml")).bytes == Array("secret".utf8))
    }

    @Test("errors never quote the content of a file")
    func silence() throws {
        try folder.write(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {$ref: link.yaml}, B: {$ref: ../outside.yaml}}}",
            to: "specs/openapi.yaml"
        )
        let path = folder.path("specs/openapi.yaml")
        let diagnostics = DiagnosticCollector()
        Generator.lint(try SourceFile.reading(path), files: ConfinedFiles(besides: path), diagnostics: diagnostics)
        #expect(diagnostics.diagnostics.count == 2)
        #expect(diagnostics.diagnostics.allSatisfy { $0.severity == .error && !$0.description.contains("secret") })
    }

    @Test("a file has one identity, and the output does not depend on the current folder")
    func identity() throws {
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas:
                A: {properties: {a: {$ref: ../specs/openapi.yaml#/components/schemas/B}, b: {$ref: inner.yaml}, c: {$ref: models/a.yaml}}}
                B: {properties: {c: {$ref: ../shapes/x.yaml#/Kind}, d: {$ref: models/x.yaml#/Kind}}}
            """,
            to: "specs/openapi.yaml"
        )
        try folder.write("Kind: {properties: {e: {type: string, enum: [b, a]}}}", to: "shapes/x.yaml")
        try folder.write(
            "Kind: {properties: {f: {$ref: ../openapi.yaml#/components/schemas/B}}}", to: "specs/models/x.yaml")
        let module = try #require(Identifier("TestAPI"))
        let outputs = try ["specs/openapi.yaml", "specs/../specs/openapi.yaml", "specs/models/../openapi.yaml"].map {
            path -> [String] in
            let diagnostics = DiagnosticCollector()
            let files = Generator.run(
                try SourceFile.reading(folder.path(path)),
                Configuration(spec: "openapi.yaml", module: module),
                files: ConfinedFiles(root: folder.path("")),
                templates: try ClientTemplates.builtIn(overriddenBy: nil),
                diagnostics: diagnostics
            )
            // Both files have a schema of the same name.
            let rules = diagnostics.diagnostics.map(\.message.rule)
            #expect(rules == [.nameClash], "\(diagnostics.diagnostics.map(\.description))")
            return files.map { "\($0.path)\n" + String(decoding: $0.contents, as: UTF8.self) }
        }
        #expect(outputs[0].filter { $0.hasPrefix("Models/") }.count == 5)
        #expect(outputs[1] == outputs[0])
        #expect(outputs[2] == outputs[0])
    }
}
