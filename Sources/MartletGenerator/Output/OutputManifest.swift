import MartletSource

/// What a run wrote, stored with it, so that the next run knows which files to remove.
///
/// Lines that begin with `#` are a comment or a record: a word and a value, such as `# document openapi.yaml`. The other
/// lines are paths.
package struct OutputManifest {
    /// A fact about the run, for people and for tools that read the folder later.
    package struct Record: Hashable, Sendable {
        package let key: String
        package let value: String

        package init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// A hidden file, so that SwiftPM and Xcode don't take it for a source.
    package static let path = ".martlet"

    package let records: [Record]
    /// Paths relative to the folder, sorted.
    package let paths: [String]

    init(records: [Record], paths: some Sequence<String>) {
        self.records = records
        self.paths = paths.sorted()
    }

    /// Parses a manifest. Lines that would lead out of the folder are not martlet's and are ignored.
    package init(_ contents: [UInt8]) {
        let lines = contents.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        records = lines.filter { $0.utf8.starts(with: "# ".utf8) }.compactMap { line in
            let words = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 2).map { String(Substring($0)) }
            return words.count == 3 ? Record(words[1], words[2]) : nil
        }
        paths = lines.filter { line in
            line.utf8.first != UInt8(ascii: "#")
                && !FilePath.components(line).contains { ["", ".", ".."].contains($0) }
        }
    }

    var file: GeneratedFile {
        let lines =
            ["# \(GeneratedFile.marker)"] + records.map { "# \($0.key) \(VisibleText.visible($0.value))" } + paths
        return GeneratedFile(path: Self.path, contents: Array(lines.map { "\($0)\n" }.joined().utf8))
    }
}
