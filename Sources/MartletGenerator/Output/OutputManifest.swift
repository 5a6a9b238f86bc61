import MartletSource

/// The list of the files that a run wrote, kept beside them, so that the next run knows which of them to remove.
struct OutputManifest {
    /// A hidden file: neither SwiftPM nor Xcode takes it for a source.
    static let path = ".martlet"

    /// Relative to the folder, sorted.
    let paths: [String]

    init(paths: [String]) {
        self.paths = paths.sorted()
    }

    /// Reads a list; lines that would lead out of the folder are not from us and are left out.
    init(_ contents: [UInt8]) {
        let lines = contents.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        paths = lines.filter { line in
            line.utf8.first != UInt8(ascii: "#")
                && !FilePath.components(line).contains { ["", ".", ".."].contains($0) }
        }
    }

    var file: GeneratedFile {
        let text = "# \(GeneratedFile.marker)\n" + paths.map { "\($0)\n" }.joined()
        return GeneratedFile(path: Self.path, contents: Array(text.utf8))
    }
}
