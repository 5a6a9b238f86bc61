import MartletOpenAPI
package import MartletSource

/// The files that a document can refer to: those below one folder, after symbolic links are resolved.
package struct ConfinedFiles: SourceFiles {
    private let root: String

    /// - Parameter root: The path of the folder; empty for the current folder.
    package init(root: String) { self.root = root.isEmpty ? "." : root }

    /// Confines files to the folder of a document.
    package init(besides spec: String) {
        self.init(root: spec.lastIndex(of: "/").map { String(spec[..<$0]) + "/" } ?? ".")
    }

    package func file(at path: String) throws(Diagnostic) -> SourceFile {
        let disk = Disk()
        guard let folder = disk.realPath(root) else { throw .error(.missingFile(root), at: nil) }
        guard let file = disk.realPath(path) else {
            // The error must not reveal whether a file outside of the folder exists.
            throw .error(.missingFile(path), at: nil)
        }
        guard file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") else {
            throw .error(.fileOutside(path), at: nil)
        }
        guard let bytes = try disk.contents(of: file) else { throw .error(.missingFile(path), at: nil) }
        return SourceFile(path: path, bytes: bytes)
    }
}

extension Diagnostic.Message {
    package static func fileOutside(_ path: String) -> Self {
        """
        the file \(quoted: path) is outside of the document's folder, so martlet doesn't read it; set the key root of the \
        configuration to a folder that contains it
        """
    }
}
