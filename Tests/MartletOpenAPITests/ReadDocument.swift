import MartletOpenAPI
import MartletSource
import MartletTestSupport

/// The result of reading a document from a text.
struct ReadDocument {
    let document: ResolvedDocument?
    let diagnostics: [Diagnostic]

    /// - Parameter files: what the document may refer to, by path.
    init(_ text: String, files: [String: String] = [:]) throws {
        let collector = DiagnosticCollector()
        let root = try DocumentReader.read(
            SourceFile(path: "api.yaml", bytes: Array(text.utf8)),
            diagnostics: collector
        )
        var resolved: ResolvedDocument?
        if let version = SpecificationVersion(of: root, collector) {
            let context = DecodingContext(version, References(root, MemoryFiles(files), collector), collector)
            if let document = Document.resolved(root, context) { resolved = ResolvedDocument(document, context) }
        }
        document = resolved
        diagnostics = collector.diagnostics
    }

    /// The diagnostics as they are printed.
    var printed: [String] { diagnostics.map(\.description) }

    /// A component that is a schema.
    func schema(_ name: SpecText) -> Schema? {
        guard let schemas = document?.schemas else { return nil }
        return schemas.named.first { $0.isComponent && $0.names[0] == name }.map { schemas[$0.id] }
    }
}
