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

    /// Order by path, then by place.
    package static func < (left: Location, right: Location) -> Bool {
        left.path == right.path ? left.position < right.position : left.path < right.path
    }
}
