import Foundation

/// A table of a Markdown page, whose rows tests try.
package struct MarkdownTable: Sendable {
    /// The cells of each row, as they stand there.
    package let rows: [[String]]

    /// The first table behind a heading.
    /// - Parameter page: The page's path in the repository.
    package init(in page: String, under heading: String) throws {
        let text = try String(contentsOf: Repository.root.appendingPathComponent(page), encoding: .utf8)
        let lines = text.components(separatedBy: "\n").drop { $0 != heading }
        let table = lines.drop { !$0.hasPrefix("| ") }.prefix { $0.hasPrefix("| ") }
        rows = table.dropFirst(2).map { line in
            line.dropFirst(1).dropLast(1).components(separatedBy: " |").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// The code in a cell, without its backticks; nil for a cell that is no code.
    package static func code(_ cell: String) -> String? {
        // Two backticks and a space stand around code with backticks in it.
        if cell.count > 6, cell.hasPrefix("`` "), cell.hasSuffix(" ``") { return String(cell.dropFirst(3).dropLast(3)) }
        guard cell.count > 2, cell.hasPrefix("`"), cell.hasSuffix("`") else { return nil }
        return String(cell.dropFirst().dropLast())
    }
}
