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
        paths = String(decoding: contents, as: UTF8.self).split(separator: "\n").map(String.init).filter { line in
            !line.hasPrefix("#") && !line.hasPrefix("/")
                && !line.split(separator: "/", omittingEmptySubsequences: false).contains {
                    $0.isEmpty || $0 == "." || $0 == ".."
                }
        }
    }

    var file: GeneratedFile {
        let text = "# \(GeneratedFile.marker)\n" + paths.map { "\($0)\n" }.joined()
        return GeneratedFile(path: Self.path, contents: Array(text.utf8))
    }
}
