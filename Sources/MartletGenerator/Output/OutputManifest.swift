import MartletSource

/// The list of the files that a run wrote, stored with them, so that the next run knows which ones to remove.
struct OutputManifest {
    /// A hidden file, so that SwiftPM and Xcode don't take it for a source.
    static let path = ".martlet"

    /// Paths relative to the folder, sorted.
    let paths: [String]

    init(paths: [String]) {
        self.paths = paths.sorted()
    }

    /// Parses a list. Lines that would lead out of the folder are not martlet's and are ignored.
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
