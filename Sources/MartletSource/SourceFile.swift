/// One input document: where it came from and what it holds.
package final class SourceFile: Sendable {
    /// The path as diagnostics show it; `-` or any other name for standard input.
    package let path: String
    /// The document's bytes as they lie on disk, byte order mark included.
    package let bytes: [UInt8]

    /// Wraps bytes that somebody else has read; nothing is opened here.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
