package import MartletSource

/// Access to the files that documents refer to. Implementations restrict it to a folder.
package protocol SourceFiles {
    /// The file at a path, which is absolute or relative to the current folder, like the path of the root document.
    ///
    /// - Throws: An error without a location if the file can't or must not be read. It doesn't quote the file's
    ///   contents.
    func file(at path: String) throws(Diagnostic) -> SourceFile

    /// A value that identifies the file at a path, however the path is written. The file need not exist.
    func identity(of path: String) -> String
}
