import Foundation

/// A table of a Markdown page, whose rows are tested.
package struct MarkdownTable: Sendable {
    /// The cells of each row.
    package let rows: [[String]]

    /// Reads the first table after a heading.
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

    /// The code spans in a cell (CommonMark 0.31.2, section 6.1).
    package static func codes(in cell: String) -> [String] {
        var codes: [String] = []
        var rest = cell[...]
        while let start = rest.firstIndex(of: "`") {
            let opening = rest[start...].prefix { $0 == "`" }
            rest = rest[opening.endIndex...]
            guard let end = Self.end(of: rest, ticks: opening.count) else { break }
            let text = rest[..<end]
            let isPadded = text.count > 2 && text.hasPrefix(" ") && text.hasSuffix(" ")
            codes.append(String(isPadded ? text.dropFirst().dropLast() : text))
            rest = rest[end...].dropFirst(opening.count)
        }
        return codes
    }

    /// The end of a code span: the next sequence of exactly as many backticks as at its beginning.
    private static func end(of text: Substring, ticks: Int) -> Substring.Index? {
        var rest = text
        while let start = rest.firstIndex(of: "`") {
            let run = rest[start...].prefix { $0 == "`" }
            if run.count == ticks { return start }
            rest = rest[run.endIndex...]
        }
        return nil
    }

    /// The first code span in a cell.
    package static func code(_ cell: String) -> String? { codes(in: cell).first }
}
