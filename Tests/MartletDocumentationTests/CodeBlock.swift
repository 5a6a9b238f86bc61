import Foundation

/// A block of code in a Markdown page.
struct CodeBlock {
    /// The page's path, relative to the root of the package, and the line of the block.
    let place: String
    /// The word after the opening fence; empty for plain text.
    let language: String
    /// The last line of text before the block.
    let introduction: String
    let lines: [String]

    /// Whether the block is a `Package.swift` and not a program.
    var isManifest: Bool { lines.contains("import PackageDescription") }

    /// Whether the block is a program with all its imports.
    var isProgram: Bool { !isManifest && lines.contains { $0.hasPrefix("import ") } }

    /// The blocks of a page that are in a language.
    static func all(_ language: String, in page: URL, relativeTo root: URL) throws -> [CodeBlock] {
        try all(in: page, relativeTo: root).filter { $0.language == language }
    }

    /// The blocks of a page, in whatever language.
    static func all(in page: URL, relativeTo root: URL) throws -> [CodeBlock] {
        let path = page.path.replacingOccurrences(of: root.path + "/", with: "")
        var blocks: [CodeBlock] = []
        var current: [String]?
        var (start, language) = (0, "")
        var introduction = ""
        let lines = try String(contentsOf: page, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        for (index, line) in lines.enumerated() {
            if let block = current {
                if line == "```" {
                    blocks.append(
                        CodeBlock(
                            place: "\(path):\(start)",
                            language: language,
                            introduction: introduction,
                            lines: block
                        )
                    )
                    current = nil
                } else {
                    current = block + [String(line)]
                }
            } else if line.hasPrefix("```") {
                current = []
                (start, language) = (index + 1, String(line.dropFirst(3)))
            } else if !line.isEmpty {
                introduction = String(line)
            }
        }
        return blocks
    }
}
