import MartletOpenAPI
package import MartletSource

/// The files of a revision of a Git repository, for a document `git:REV:path`.
package struct GitFiles: SourceFiles {
    private let revision: String
    /// The path of the document in the current folder.
    package let path: String

    /// - Parameter name: The document, as `git:REV:path`.
    /// - Returns: `nil` if it isn't written like that. A revision can't begin with a hyphen (git-check-ref-format), so it
    ///   is never taken for an option.
    package init?(_ name: String) {
        let parts = name.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "git", !parts[1].isEmpty, !parts[1].hasPrefix("-"), !parts[2].isEmpty else {
            return nil
        }
        revision = String(parts[1])
        path = String(parts[2])
    }

    package func identity(of path: String) -> String { FilePath.normalized(path) }

    package func file(at path: String) throws(Diagnostic) -> SourceFile {
        let object = "\(revision):\(FilePath.isAbsolute(path) ? path : "./\(FilePath.normalized(path))")"
        guard let bytes = ChildProcess.output(of: ["git", "cat-file", "blob", "--", object]) else {
            throw .error(.notInGit(path, revision), at: nil)
        }
        return SourceFile(path: path, bytes: bytes)
    }
}

extension Diagnostic.Message {
    package static func notInGit(_ path: String, _ revision: String) -> Self {
        Self(
            ofRun: """
                git can't read \(quoted: path) in the revision \(quoted: revision): there is no such file or revision, or this \
                folder is not in a repository
                """)
    }
}
