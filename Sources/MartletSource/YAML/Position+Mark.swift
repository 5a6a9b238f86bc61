import CMartletYAML

extension Position {
    /// Creates a position from a mark of libyaml, which counts lines and characters from 0.
    init(_ mark: yaml_mark_t) {
        self.init(
            line: UInt32(truncatingIfNeeded: mark.line) &+ 1,
            column: UInt32(truncatingIfNeeded: mark.column) &+ 1
        )
    }
}
