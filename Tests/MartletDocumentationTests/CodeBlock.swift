import Foundation

/// A block of code in a Markdown page.
struct CodeBlock {
    /// The page's path, relative to the root of the package, and the line of the block.
    let place: String
    /// The last line of text before the block.
    let introduction: String
    let lines: [String]

    /// Whether the block is a `Package.swift` and not a program.
    var isManifest: Bool { lines.contains("import PackageDescription") }

    /// The blocks of a page that are in a language.
    static func all(_ language: String = "swift", in page: URL, relativeTo root: URL) throws -> [CodeBlock] {
        let path = page.path.replacingOccurrences(of: root.path + "/", with: "")
        var blocks: [CodeBlock] = []
        var current: [String]?
        var start = 0
        var introduction = ""
        let lines = try String(contentsOf: page, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        for (index, line) in lines.enumerated() {
            if let block = current {
                if line == "```" {
                    blocks.append(CodeBlock(place: "\(path):\(start)", introduction: introduction, lines: block))
                    current = nil
                } else {
                    current = block + [String(line)]
                }
            } else if line == "```\(language)" {
                current = []
                start = index + 1
            } else if !line.isEmpty {
                introduction = String(line)
            }
        }
        return blocks
    }
}
