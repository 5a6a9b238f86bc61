/// A place in a document: line and column, both counted from 1.
///
/// The column counts Unicode scalars, as editors do, so that a diagnostic is clickable on lines with multibyte text.
/// A byte order mark counts as nothing.
package struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    package let line: UInt32
    /// The Unicode scalar in that line, from 1.
    package let column: UInt32

    /// A place by line and column, both from 1.
    package init(line: UInt32, column: UInt32) {
        self.line = line
        self.column = column
    }

    /// The first place of any document.
    package static let start = Position(line: 1, column: 1)

    /// `line:column`.
    package var description: String { "\(line):\(column)" }

    /// Document order.
    package static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
