/// A position in a document: line and column, both counted from 1.
///
/// Columns count Unicode scalars, as editors do. A byte order mark isn't counted.
package struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The line, counted from 1.
    package let line: UInt32
    /// The column in Unicode scalars, counted from 1.
    package let column: UInt32

    /// Creates a position from line and column, both counted from 1.
    package init(line: UInt32, column: UInt32) {
        self.line = line
        self.column = column
    }

    /// The start of a document.
    package static let start = Position(line: 1, column: 1)

    /// `line:column`.
    package var description: String { "\(line):\(column)" }

    /// Orders positions as in the document.
    package static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
