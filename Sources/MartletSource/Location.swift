/// A position in the document at a path.
package struct Location: Hashable, Comparable, Sendable {
    /// The path of the document's `SourceFile`.
    package let path: String
    /// The position in the document.
    package let position: Position

    /// Creates a location.
    package init(path: String, position: Position) {
        self.path = path
        self.position = position
    }

    /// The line, counted from 1.
    package var line: Int { Int(position.line) }

    /// The column in Unicode scalars, counted from 1.
    package var column: Int { Int(position.column) }

    /// The path for comparisons, byte by byte as in file systems.
    private var file: SpecText { SpecText(path) }

    /// Whether paths and positions are equal.
    package static func == (left: Location, right: Location) -> Bool {
        left.position == right.position && left.file == right.file
    }

    /// Orders by path, then by position.
    package static func < (left: Location, right: Location) -> Bool {
        left.file == right.file ? left.position < right.position : left.file < right.file
    }

    /// Hashes position and path.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(position)
        hasher.combine(file)
    }
}
