import MartletOpenAPI
package import MartletSource

/// The files that a document can refer to: those below one folder, after symbolic links are resolved.
///
/// Paths outside of the folder are all refused with the same error, whether there is a file or not.
package struct ConfinedFiles: SourceFiles {
    private let root: String
    private let disk = Disk()

    /// - Parameter root: The path of the folder; empty for the current folder.
    package init(root: String) { self.root = root.isEmpty ? "." : root }

    /// Confines files to the folder of a document.
    package init(besides spec: String) { self.init(root: FilePath.folder(of: spec)) }

    package func identity(of path: String) -> String {
        if let file = disk.realPath(path) { return file }
        // Standard input, or a file that will be missed.
        let folder = FilePath.folder(of: path)
        let name = Substring(path.utf8.dropFirst(folder.utf8.count))
        return (disk.realPath(folder.isEmpty ? "." : folder) ?? folder) + "/" + name
    }

    package func file(at path: String) throws(Diagnostic) -> SourceFile {
        guard let folder = disk.realPath(root) else { throw .error(.missingFile(root), at: nil) }
        let file = disk.realPath(path)
        guard file.map({ FilePath.contains(folder, $0) }) ?? isInside(folder, missing: path) else {
            throw .error(.fileOutside(path), at: nil)
        }
        guard let file, let bytes = try disk.contents(of: file) else { throw disk.missing(path, at: nil) }
        return SourceFile(path: path, bytes: bytes)
    }

    /// Whether a path where there is nothing is in the folder: the nearest folder around it that exists is.
    ///
    /// A link that leads nowhere counts as outside, since where it leads may be.
    private func isInside(_ folder: String, missing path: String) -> Bool {
        if disk.isLink(path) { return false }
        let parent = FilePath.folder(of: path)
        // Without its slash, since a path with one leads through a link.
        let outer = parent.isEmpty ? "." : parent == "/" ? "/" : String(parent.dropLast())
        guard outer != path else { return false }
        return disk.realPath(outer).map { FilePath.contains(folder, $0) } ?? isInside(folder, missing: outer)
    }
}

extension Diagnostic.Message {
    package static func fileOutside(_ path: String) -> Self {
        Self(
            ofRun: "the file \(quoted: path) is outside of the document's folder, so martlet doesn't read it",
            hint: "set the key root of the configuration to a folder that contains it")
    }
}
