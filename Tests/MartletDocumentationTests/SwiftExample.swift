import Foundation

/// A block of Swift in a Markdown page.
struct SwiftExample {
    /// The page's path, relative to the root of the package, and the line of the block.
    let place: String
    let lines: [String]

    /// Whether the block is a `Package.swift` and not a program.
    var isManifest: Bool { lines.contains("import PackageDescription") }

    /// The blocks of a page.
    static func all(in page: URL, relativeTo root: URL) throws -> [SwiftExample] {
        let path = page.path.replacingOccurrences(of: root.path + "/", with: "")
        var examples: [SwiftExample] = []
        var current: [String]?
        var start = 0
        let lines = try String(contentsOf: page, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        for (index, line) in lines.enumerated() {
            if let block = current {
                if line == "```" {
                    examples.append(SwiftExample(place: "\(path):\(start)", lines: block))
                    current = nil
                } else {
                    current = block + [String(line)]
                }
            } else if line == "```swift" {
                current = []
                start = index + 1
            }
        }
        return examples
    }
}
