/// The path and the contents of an input document.
package final class SourceFile: Sendable {
    /// The path that diagnostics show; `-` or another name for standard input.
    package let path: String
    /// The contents, including a byte order mark.
    package let bytes: [UInt8]

    /// Creates a file from its contents. Nothing is read from disk.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
