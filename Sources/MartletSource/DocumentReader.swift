/// Reads a document into a tree.
package enum DocumentReader {
    /// Reads JSON or YAML.
    ///
    /// A path that ends in `.json` means JSON. Otherwise a document whose first significant byte is `{` or `[` is JSON
    /// if it can be read as JSON, under the name of a YAML file too, since libyaml cannot read all JSON. The rest is
    /// YAML. Where neither can be read, the error is YAML's for a path that ends in `.yaml` or `.yml`, and JSON's for
    /// any other.
    ///
    /// Errors after which the tree still makes sense (duplicate keys, merge keys, tags) are reported to the collector
    /// in document order.
    ///
    /// - Throws: the one error that stops reading.
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

    /// Reads with the reader that the document asks for.
    private static func outcome(_ file: SourceFile, _ options: ReaderOptions) -> ReaderOutcome {
        let path = file.path.lowercased()
        if path.hasSuffix(".json") { return ReaderOutcome(file, options, reader: JSONReader.read) }
        guard beginsLikeJSON(file.bytes) else { return ReaderOutcome(file, options, reader: YAMLReader.read) }
        let json = ReaderOutcome(file, options, reader: JSONReader.read)
        if json.succeeded { return json }
        let yaml = ReaderOutcome(file, options, reader: YAMLReader.read)
        return yaml.succeeded || path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? yaml : json
    }

    /// Whether the first byte that is neither white space nor part of a byte order mark opens a JSON object or array.
    private static func beginsLikeJSON(_ bytes: [UInt8]) -> Bool {
        let insignificant: [UInt8] = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]
        let first = bytes.first { !insignificant.contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}

extension Diagnostic.Message {
    /// The document has more bytes than the options allow.
    static func tooLong(_ count: Int, limit: Int) -> Self {
        "the document has \(count) bytes, which is more than the limit of \(limit)"
    }
}
