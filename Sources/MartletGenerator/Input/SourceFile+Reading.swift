package import MartletSource

extension SourceFile {
    /// Reads a document from a file.
    ///
    /// - Throws: A `Diagnostic` that names the file when it can't be read.
    package static func reading(_ path: String) throws(Diagnostic) -> SourceFile {
        guard let bytes = try Disk().contents(of: path) else { throw .error(.missingFile(path), at: nil) }
        return SourceFile(path: path, bytes: bytes)
    }

    /// Reads a document from standard input.
    package static func readingStandardInput() throws(Diagnostic) -> SourceFile {
        SourceFile(path: "<stdin>", bytes: try Disk().contentsOfStandardInput())
    }
}

extension Diagnostic.Message {
    package static func missingFile(_ path: String) -> Self { "there is no file \(quoted: path)" }
}
