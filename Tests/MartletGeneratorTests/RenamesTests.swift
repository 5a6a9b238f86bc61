import Foundation
import MartletModel
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletGenerator

@Suite("Names of an earlier client")
struct RenamesTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: T, version: "1"}
        servers: [{url: "https://a.example"}]
        paths:
          /kites:
            post:
              operationId: kites_make
              tags: [kites]
              requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}
              responses:
                "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}
            delete: {operationId: kites_drop, tags: [kites], responses: {"204": {description: d}}}
            get:
              operationId: kites_list
              tags: [kites]
              parameters: [{name: limit, in: query, schema: {type: integer}}, {name: offset, in: query, schema: {type: integer}}]
              responses:
                "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Kites"}}}}
                "404": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}
          /photo:
            get:
              operationId: kites_photo
              tags: [kites]
              parameters: [{name: in, in: query, schema: {type: string}}]
              responses: {"200": {description: d, content: {image/png: {}}}}
        components:
          schemas:
            Kites: {type: object, properties: {items: {type: array, items: {$ref: "#/components/schemas/Kite"}}}}
            Kite:
              type: object
              required: [a-b]
              properties:
                a-b: {type: string}
                tail: {type: object, properties: {n: {type: integer}}}
                mood: {type: string, enum: [sun-ny, grey]}
                size: {oneOf: [{type: object, title: Wide, required: [w], properties: {w: {type: integer}}}, {type: string}]}
        """

    /// The files of the client, with names of the configuration.
    private func files(
        _ names: [(ClientOptions.Names.Kind, SpecText, String)] = [],
        _ change: (inout Configuration) -> Void = { _ in }
    ) throws -> [GeneratedFile] {
        let source = SourceFile(path: "api.yaml", bytes: Array(Self.document.utf8))
        var configuration = Configuration(spec: "api.yaml", module: try #require(Identifier("ParkAPI")))
        configuration.names.settings = names.compactMap { kind, path, name in
            Identifier(name).map { .init(kind, path, $0, at: nil) }
        }
        change(&configuration)
        let diagnostics = DiagnosticCollector()
        let files = Generator.run(
            source, configuration, files: MemoryFiles(), templates: try .builtIn(overriddenBy: nil),
            diagnostics: diagnostics)
        #expect(!diagnostics.hasErrors, "\(diagnostics.diagnostics.map(\.description))")
        return files
    }

    private static let names: [(ClientOptions.Names.Kind, SpecText, String)] = [
        (.schemas, "Kite", "Glider"), (.properties, "Kite.a-b", "label"), (.operations, "kites_make", "build"),
        (.operations, "kites_list", "search"), (.operations, "kites_photo", "image"), (.tags, "kites", "fleet"),
        (.enumCases, "/components/schemas/Kite/properties/mood.sun-ny", "bright"),
        (.schemas, "/components/schemas/Kite/properties/tail", "Ribbon"),
        (.schemas, "/components/schemas/Kite/properties/size/oneOf/0", "Broad"),
    ]

    @Test("renames are found through operations, JSON keys and values")
    func lines() throws {
        let renames = Renames(from: try files(), to: try files(Self.names))
        #expect(
            renames.lines.map { "\($0.old) -> \($0.new)" } == [
                "Kite -> Glider", "Kite.Mood.sunNy -> Glider.Mood.bright", "Kite.Size.Wide -> Glider.Size.Broad",
                "Kite.Size.wide -> Glider.Size.broad", "Kite.Tail -> Glider.Ribbon", "Kite.aB -> Glider.label",
                "KitesApi -> FleetApi", "KitesApi.ListFailure -> FleetApi.SearchFailure",
                "KitesApi.list(limit:offset:options:) -> FleetApi.search(limit:offset:options:)",
                "KitesApi.make(kite:options:) -> FleetApi.build(glider:options:)",
                "KitesApi.photo(in:options:) -> FleetApi.image(in:options:)",
                "ParkClient.kites -> ParkClient.fleet",
            ])
        #expect(Renames(from: try files(), to: try files()).lines == [])
    }

    @Test("old names remain as deprecated ones, unless something else has the name")
    func aliases() throws {
        let old = try files()
        let new = try files(Self.names) { $0.earlierFiles = old }
        let text = new.map { String(decoding: $0.contents, as: UTF8.self) }.joined()
        for line in [
            "public typealias Kite = Glider", "public typealias Tail = Glider.Ribbon",
            "public typealias KitesApi = FleetApi", "public var kites: FleetApi { self.fleet }",
            "set { self.label = newValue }", "public static var sunNy: Self { .bright }",
            "public static func wide(_ value: Glider.Size.Broad) -> Self { .broad(value) }",
            #"@available(*, deprecated, renamed: "build(glider:options:)")"#,
            "try await self.build(glider: kite, options: options)",
        ] { #expect(text.contains(line), "\(line)") }
        let mood = "/components/schemas/Kite/properties/mood"
        let swapped = try files([
            (.enumCases, SpecText("\(mood).sun-ny"), "grey"), (.enumCases, SpecText("\(mood).grey"), "sunNy"),
        ]) { $0.earlierFiles = old }
        #expect(Renames(from: old, to: swapped).lines.count == 2)
        #expect(!swapped.contains { String(decoding: $0.contents, as: UTF8.self).contains("deprecated") })
    }

    /// A program for the earlier client, with each kind of renamed declaration.
    private static let program = """
        import Foundation
        import MartletRuntime

        func program(client: ParkClient, given: Kite, file: URL) async throws {
            let kites: KitesApi = client.kites
            var kite = try await kites.make(kite: given)
            kite.aB += "x"
            let tail: Kite.Tail? = kite.tail
            print(tail?.n ?? 0)
            let mood: Kite.Mood = .sunNy
            switch mood {
            case .sunNy: kite.mood = .sunNy
            default: break
            }
            kite.size = .wide(Kite.Size.Wide(w: 1))
            print(try await kites.makeWithHTTPInfo(kite: kite).statusCode)
            for try await page in kites.list(every: .page, limit: 5) { print(page.items?.count ?? 0) }
            for try await kite in kites.list(every: .element) { print(kite.aB) }
            do {
                print(try await kites.list(limit: 1, offset: 2))
            } catch let error as ApiError {
                if case .notFound = KitesApi.ListFailure(error) { return }
            }
            print(try await kites.photo(in: "a"), try await kites.photo())
            try await kites.photo(in: "a", to: file)
            try await kites.drop()
        }
        """

    @Test("a program for the earlier client compiles with only deprecation warnings")
    func programCompiles() async throws {
        let old = try files()
        for (files, isNew) in [(old, false), (try files(Self.names) { $0.earlierFiles = old }, true)] {
            let folder = try TemporaryFolder()
            try folder.write(Self.program, to: "Program.swift")
            for file in files { try folder.write(String(decoding: file.contents, as: UTF8.self), to: file.path) }
            let sources = TemporaryFolder.files(below: folder.url).filter { $0.hasSuffix(".swift") }.map(folder.path)
            let modules = Repository.products.appendingPathComponent("Modules").path
            let compiler = try await ChildProcess.run(
                "/usr/bin/env",
                ["swiftc", "-typecheck", "-swift-version", "6", "-module-name", "ParkAPI", "-I", modules] + sources,
                timeout: .seconds(300)
            )
            #expect(compiler.isSuccess, "\(compiler.errors)")
            let warnings = compiler.errors.split(separator: "\n").filter { $0.contains("warning: ") }
            let others = warnings.filter { !$0.contains("is deprecated: renamed to") }
            #expect(others == [])
            #expect(warnings.isEmpty == !isNew)
        }
    }

    @Test("the client type of an earlier client is found in its files")
    func client() throws {
        #expect(Renames.client(of: try files())?.text == "ParkClient")
    }
}
