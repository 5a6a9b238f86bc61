/// A place in a named document.
package struct Location: Hashable, Comparable, Sendable {
    /// The document's path, as its `SourceFile` gives it.
    package let path: String
    /// The place in that document.
    package let position: Position

    /// A place in the document of that path.
    package init(path: String, position: Position) {
        self.path = path
        self.position = position
    }

    /// The line, from 1.
    package var line: Int { Int(position.line) }

    /// The Unicode scalar in that line, from 1.
    package var column: Int { Int(position.column) }

    /// The path as it is compared: by bytes, as files are.
    private var file: SpecText { SpecText(path) }

    /// Equality of place and path.
    package static func == (left: Location, right: Location) -> Bool {
        left.position == right.position && left.file == right.file
    }

    /// Order by path, then by place.
    package static func < (left: Location, right: Location) -> Bool {
        left.file == right.file ? left.position < right.position : left.file < right.file
    }

    /// Hashes place and path.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(position)
        hasher.combine(file)
    }
}
