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
        components:
          schemas:
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
        (.tags, "kites", "fleet"), (.enumCases, "/components/schemas/Kite/properties/mood.sun-ny", "bright"),
        (.schemas, "/components/schemas/Kite/properties/tail", "Ribbon"),
        (.schemas, "/components/schemas/Kite/properties/size/oneOf/0", "Broad"),
    ]

    @Test("what became of each name is found along operations, keys and values")
    func lines() throws {
        let renames = Renames(from: try files(), to: try files(Self.names))
        #expect(
            renames.lines.map { "\($0.old) -> \($0.new)" } == [
                "Kite -> Glider", "Kite.Mood.sunNy -> Glider.Mood.bright", "Kite.Size.Wide -> Glider.Size.Broad",
                "Kite.Size.wide -> Glider.Size.broad", "Kite.Tail -> Glider.Ribbon", "Kite.aB -> Glider.label",
                "KitesApi -> FleetApi", "KitesApi.make(kite:options:) -> FleetApi.build(glider:options:)",
                "ParkClient.kites -> ParkClient.fleet",
            ])
        #expect(Renames(from: try files(), to: try files()).lines == [])
    }

    @Test("old names stay as deprecated ones, but for those that something else has")
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
}
