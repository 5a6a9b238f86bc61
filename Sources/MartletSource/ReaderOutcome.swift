/// What became of reading a document with one of the readers.
struct ReaderOutcome {
    /// The document, or the error that stopped the reader.
    let result: Result<Node, Diagnostic>
    /// What the reader reported on its way, in document order.
    let diagnostics: [Diagnostic]

    /// Whether there is a document.
    var succeeded: Bool { (try? result.get()) != nil }

    /// Lets a reader read.
    init(
        _ file: SourceFile,
        _ options: ReaderOptions,
        reader: (SourceFile, ReaderOptions, DiagnosticCollector) throws(Diagnostic) -> Node
    ) {
        let collector = DiagnosticCollector()
        do throws(Diagnostic) {
            result = .success(try reader(file, options, collector))
        } catch {
            result = .failure(error)
        }
        // Duplicate keys come up when their mapping ends, so those of inner mappings first.
        diagnostics = collector.diagnostics.sorted { left, right in
            guard let left = left.location, let right = right.location else { return false }
            return left < right
        }
    }
}
