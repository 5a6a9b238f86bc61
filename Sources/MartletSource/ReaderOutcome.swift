/// The result of one of the readers, and the diagnostics that it reported.
struct ReaderOutcome {
    /// The root of the document, or the error that stopped the reader.
    let result: Result<Node, Diagnostic>
    /// The other diagnostics of the reader, in document order.
    let diagnostics: [Diagnostic]

    /// Whether the document could be read.
    var succeeded: Bool { (try? result.get()) != nil }

    /// Reads a file with a reader.
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
        // Duplicate keys are reported at the end of their mapping, so those of inner mappings come first.
        diagnostics = collector.diagnostics.sorted { left, right in
            guard let left = left.location, let right = right.location else { return false }
            return left < right
        }
    }
}
