import MartletOpenAPI
package import MartletSource

/// Files for documents to refer to that lie on no disk.
package struct MemoryFiles: SourceFiles, Sendable {
    private let texts: [String: String]

    package init(_ texts: [String: String] = [:]) { self.texts = texts }

    package func identity(of path: String) -> String { FilePath.normalized(path) }

    package func file(at path: String) throws(Diagnostic) -> SourceFile {
        let identity = identity(of: path)
        // By bytes, as on a disk.
        guard let text = texts.first(where: { $0.key.utf8.elementsEqual(identity.utf8) })?.value else {
            throw .error(.init(ofRun: "there is no file \(quoted: path)"), at: nil)
        }
        return SourceFile(path: path, bytes: Array(text.utf8))
    }
}
