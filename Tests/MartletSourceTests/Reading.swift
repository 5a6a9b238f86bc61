import MartletSource

/// The result of reading a text or bytes.
struct Reading {
    /// The default path of documents in tests.
    static let path = "api.yaml"

    /// The document; nil when reading stopped.
    let root: Node?
    /// Everything reported, with the error that stopped reading at the end.
    let diagnostics: [Diagnostic]

    /// Reads bytes.
    init(bytes: [UInt8], path: String = path, options: ReaderOptions = .init()) {
        let collector = DiagnosticCollector()
        do throws(Diagnostic) {
            root = try DocumentReader.read(
                SourceFile(path: path, bytes: bytes),
                options: options,
                diagnostics: collector
            )
        } catch {
            root = nil
            collector.report(error)
        }
        diagnostics = collector.diagnostics
    }

    /// Reads a text.
    init(_ text: String, path: String = path, options: ReaderOptions = .init()) {
        self.init(bytes: Array(text.utf8), path: path, options: options)
    }

    /// The document's content, when there is a document and nothing was reported.
    var value: TreeValue? { diagnostics.isEmpty ? root.map(TreeValue.init) : nil }

    /// The diagnostics as the terminal shows them.
    var report: [String] { diagnostics.map(\.description) }

    /// The messages of the diagnostics.
    var messages: [Diagnostic.Message] { diagnostics.map(\.message) }

    /// The places of the diagnostics.
    var positions: [Position?] { diagnostics.map(\.location?.position) }
}
