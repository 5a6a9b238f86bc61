import MartletTemplates

/// The objects that templates receive, as described in `Templates/README.md`.
///
/// Below `## Objects`, each heading `### Name` is a kind of object and has a table of its keys.
package struct ContextReference: Sendable {
    /// A row of a table.
    package struct Key: Hashable, Sendable {
        package let name: String
        /// The type in the notation of the page, such as `list of Method`.
        package let type: String
        /// A value that occurs, as the page has it; `nil` where the page has none.
        package let example: String?
    }

    /// The keys of each kind of object.
    package private(set) var objects: [String: [Key]] = [:]

    /// The keys of all objects.
    package var keys: Set<String> { Set(objects.values.joined().map(\.name)) }

    /// The reference of the built-in templates.
    package static let builtIn = ContextReference(EmbeddedTemplates.reference)

    /// - Parameter page: the text of the page.
    package init(_ page: String) {
        var isPart = false
        var kind: String?
        for line in page.split(separator: "\n") {
            if line.hasPrefix("## ") {
                isPart = line == "## Objects"
            } else if line.hasPrefix("### ") {
                kind = isPart ? String(line.dropFirst("### ".count)) : nil
            } else if let kind, let key = Self.key(line) {
                objects[kind, default: []].append(key)
            }
        }
    }

    /// The key of a row: `| key | type | meaning | example |`, key and example as code.
    private static func key(_ line: Substring) -> Key? {
        guard line.hasPrefix("| `") else { return nil }
        let cells = line.split(separator: "|").map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        guard cells.count >= 3, let name = code(cells[0]) else { return nil }
        return Key(name: name, type: cells[1], example: cells.count > 3 ? code(cells[3]) : nil)
    }

    private static func code(_ cell: String) -> String? {
        guard cell.count > 2, cell.hasPrefix("`"), cell.hasSuffix("`") else { return nil }
        return String(cell.dropFirst().dropLast())
    }
}
