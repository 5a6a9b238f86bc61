package import MartletSource

/// Where the files come from that documents refer to. Whoever reads them confines them to a folder.
package protocol SourceFiles {
    /// The file at a path that is relative to the current folder, or absolute, as that of the first document.
    ///
    /// - Throws: an error without a location when the file can't or must not be read. It does not quote the file.
    func file(at path: String) throws(Diagnostic) -> SourceFile

    /// What tells a file from all others, in whatever way its path is written; whether it is there or not.
    func identity(of path: String) -> String
}
