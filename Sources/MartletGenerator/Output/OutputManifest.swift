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
