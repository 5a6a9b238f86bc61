import MartletOpenAPI
package import MartletSource

/// The files of a revision of a Git repository, for a document `git:REV:path`.
package struct GitFiles: SourceFiles {
    private let revision: String
    /// The path of the document in the current folder.
    package let path: String

    /// - Parameter name: The document, as `git:REV:path`. Unlike with Git, the path is one in the current folder. A revision
    ///   can't begin with a hyphen (git-check-ref-format), so it is never taken for an option.
    /// - Returns: `nil` for the path of a file.
    /// - Throws: A `Diagnostic` if it begins with `git:`, but has another form, and there is no such file.
    package init?(_ name: String) throws(Diagnostic) {
        let parts = name.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "git", !parts[1].isEmpty, !parts[1].hasPrefix("-"), !parts[2].isEmpty else {
            if name.hasPrefix("git:"), !Disk().exists(name) { throw .error(.wrongGitForm(name), at: nil) }
            return nil
        }
        revision = String(parts[1])
        path = String(parts[2])
    }

    package func identity(of path: String) -> String { FilePath.normalized(path) }

    package func file(at path: String) throws(Diagnostic) -> SourceFile {
        let object = "\(revision):\(FilePath.isAbsolute(path) ? path : "./\(FilePath.normalized(path))")"
        guard let outcome = ChildProcess.run(["git", "cat-file", "blob", "--", object]) else {
            throw .error(.noGit, at: nil)
        }
        guard outcome.isSuccess else {
            let reason = String(decoding: outcome.errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            throw .error(.notInGit(path, revision, reason), at: nil)
        }
        return SourceFile(path: path, bytes: outcome.output)
    }
}

extension Diagnostic.Message {
    package static let noGit = Self(ofRun: "git can't be started")

    /// - Parameter reason: Git's error message.
    package static func notInGit(_ path: String, _ revision: String, _ reason: String) -> Self {
        Self(
            ofRun: "git can't read \(quoted: path) in the revision \(quoted: revision), and says \(quoted: reason)",
            hint: "the path is one in the current folder")
    }

    package static func wrongGitForm(_ name: String) -> Self {
        Self(
            ofRun: "there is no file \(quoted: name)",
            hint: "a file of a revision is written git:REV:path, such as git:HEAD:openapi.yaml")
    }
}
