package import MartletSource

extension SourceFile {
    /// Reads a document from a file.
    ///
    /// - Throws: A `Diagnostic` that names the file when it can't be read.
    package static func reading(_ path: String) throws(Diagnostic) -> SourceFile {
        if DocumentURL.isURL(path) { throw .error(.remoteDocument(path), at: nil) }
        let disk = Disk()
        guard let bytes = try disk.contents(of: path) else { throw disk.missing(path, at: nil) }
        return SourceFile(path: path, bytes: bytes)
    }

    /// Reads a document from standard input.
    package static func readingStandardInput() throws(Diagnostic) -> SourceFile {
        SourceFile(path: "<stdin>", bytes: try Disk().contentsOfStandardInput())
    }
}

extension Disk {
    /// The error that there is no file, with the file of the nearest name in the same folder.
    ///
    /// - Parameter location: The place that names the file.
    func missing(_ path: String, at location: Location?) -> Diagnostic {
        let folder = FilePath.folder(of: path)
        let others = (names(in: folder.isEmpty ? "." : folder) ?? []).map { folder + $0 }
        let message = Diagnostic.Message.missingFile(path, among: others)
        return .error(location == nil ? message : message.about(.configuration), at: location)
    }
}

extension Diagnostic.Message {
    package static func missingFile(_ path: String, among others: [String] = []) -> Self {
        Self(ofRun: "there is no file \(quoted: path)", hint: NearMiss.hint(for: path, among: others))
    }
}
