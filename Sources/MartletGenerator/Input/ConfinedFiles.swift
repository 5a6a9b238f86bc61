import MartletOpenAPI
package import MartletSource

/// The files on disk that documents may refer to: those below one folder, wherever symbolic links lead.
package struct ConfinedFiles: SourceFiles {
    private let root: String

    /// - Parameter root: the folder, as seen from the current one; empty for the current one itself.
    package init(root: String) { self.root = root.isEmpty ? "." : root }

    /// The files beside and below a document.
    package init(besides spec: String) {
        self.init(root: spec.lastIndex(of: "/").map { String(spec[..<$0]) + "/" } ?? ".")
    }

    package func identity(of path: String) -> String {
        let disk = Disk()
        if let file = disk.realPath(path) { return file }
        // A file that isn't there: standard input, or one that is missed later.
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = disk.realPath(slash.map { String(path[...$0]) } ?? ".") ?? ""
        return folder + "/" + (slash.map { String(path[$0...].dropFirst()) } ?? path)
    }

    package func file(at path: String) throws(Diagnostic) -> SourceFile {
        let disk = Disk()
        guard let folder = disk.realPath(root) else { throw .error(.missingFile(root), at: nil) }
        guard let file = disk.realPath(path) else {
            // Whether a file outside is there is nobody's business.
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
        the file \(quoted: path) is outside of the document's folder, where martlet reads nothing; the key root of the \
        configuration names a folder further up
        """
    }
}
