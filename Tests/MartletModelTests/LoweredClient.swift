import MartletModel
import MartletOpenAPI
import MartletSource
import MartletTestSupport
import Testing

/// The client of a document.
struct LoweredClient {
    let client: Client
    let diagnostics: [Diagnostic]
    private let lowering: ClientLowering

    /// - Parameter files: Other files that the document refers to.
    init(
        _ document: String,
        files: [String: String] = [:],
        configure: (inout ClientOptions) -> Void = { _ in }
    ) throws {
        let collector = DiagnosticCollector()
        let root = try DocumentReader.read(
            SourceFile(path: "api.yaml", bytes: Array(document.utf8)),
            diagnostics: collector
        )
        let version = try #require(SpecificationVersion(of: root, collector))
        let context = DecodingContext(version, References(root, MemoryFiles(files), collector), collector)
        let resolved = ResolvedDocument(try #require(Document.resolved(root, context)), context)
        var options = ClientOptions(
            module: try #require(Identifier("TestAPI")),
            clientName: try #require(Identifier("TestClient"))
        )
        options.templateNames = .init(
            labels: ["file", "options"], members: ["client"], methodSuffixes: ["WithHTTPInfo"])
        configure(&options)
        lowering = ClientLowering(resolved, options, collector)
        client = lowering.client()
        diagnostics = collector.diagnostics
    }

    /// A document of which the schemas matter, and paths at most.
    init(
        version: String = "3.1.0",
        schemas: String,
        paths: String = "{}",
        more: String = "",
        configure: (inout ClientOptions) -> Void = { _ in }
    ) throws {
        let lines = schemas.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
        try self.init(
            """
            openapi: \(version)
            info: {title: T, version: "1"}
            \(more)
            paths: \(paths)
            components:
              schemas:
            \(lines)
              securitySchemes: {Api-Key: {type: apiKey, in: header, name: K}, api_key: {type: apiKey, in: header, name: L}, web: {type: http, scheme: digest}}
            """,
            configure: configure
        )
    }

    /// The outlines of all declarations, by name.
    var outlines: [String: String] {
        Dictionary(client.declarations.map { ($0.name.last.text, $0.outline) }, uniquingKeysWith: { first, _ in first })
    }

    /// The values that the document gives as examples.
    var samples: [CheckedSample] { lowering.samples() }

    /// The errors and warnings with their positions.
    var printed: [String] { diagnostics.map(\.description) }
}
