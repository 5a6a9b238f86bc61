/// Reads a JSON or YAML document into a tree of nodes.
package enum DocumentReader {
    /// Reads a document, and detects whether it is JSON or YAML.
    ///
    /// - If the path ends in `.json`, the document is JSON.
    /// - Otherwise, if the first significant byte is `{` or `[`, the document is read as JSON first and, if that fails,
    ///   as YAML. This applies to YAML files too, because libyaml can't read all JSON. If both fail, the error is that
    ///   of the YAML reader if the path ends in `.yaml` or `.yml`, else that of the JSON reader.
    /// - Otherwise, the document is YAML.
    ///
    /// Errors that don't prevent reading (duplicate keys, merge keys, tags) are reported to the collector in document
    /// order.
    ///
    /// - Throws: The error that stops reading.
    package static func read(
        _ file: SourceFile,
        options: ReaderOptions = .init(),
        diagnostics: DiagnosticCollector
    ) throws(Diagnostic) -> Node {
        guard file.bytes.count <= options.bytes else {
            let start = Location(path: file.path, position: .start)
            throw .error(.tooLong(file.bytes.count, limit: options.bytes), at: start)
        }
        let outcome = outcome(file, options)
        outcome.diagnostics.forEach(diagnostics.report)
        return try outcome.result.get()
    }

    /// Reads with the JSON reader, the YAML reader or both.
    private static func outcome(_ file: SourceFile, _ options: ReaderOptions) -> ReaderOutcome {
        let path = file.path.lowercased()
        if path.hasSuffix(".json") { return ReaderOutcome(file, options, reader: JSONReader.read) }
        guard beginsLikeJSON(file.bytes) else { return ReaderOutcome(file, options, reader: YAMLReader.read) }
        let json = ReaderOutcome(file, options, reader: JSONReader.read)
        if json.succeeded { return json }
        let yaml = ReaderOutcome(file, options, reader: YAMLReader.read)
        return yaml.succeeded || path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? yaml : json
    }

    /// Whether the first byte, apart from white space and a byte order mark, begins a JSON object or array.
    private static func beginsLikeJSON(_ bytes: [UInt8]) -> Bool {
        let insignificant: [UInt8] = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]
        let first = bytes.first { !insignificant.contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}

extension Diagnostic.Message {
    /// The document is larger than the options allow.
    static func tooLong(_ count: Int, limit: Int) -> Self {
        Self(.limit, "the document has \(count) bytes, which is more than the limit of \(limit)")
    }
}
