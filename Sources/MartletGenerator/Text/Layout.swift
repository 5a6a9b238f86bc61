/// Lays out lists of arguments the way swift-format does: on one line if they fit, else one a line.
enum Layout {
    /// - Parameters:
    ///   - head: up to the opening parenthesis, and with it.
    ///   - tail: from the closing parenthesis on.
    ///   - indentation: the columns before the first line; templates put them there.
    static func list(_ head: String, _ arguments: [String], _ tail: String, indentation: Int) -> [String] {
        let line = head + arguments.joined(separator: ", ") + tail
        if arguments.isEmpty || indentation + line.utf8.count <= DocumentationComment.width { return [line] }
        let inner = arguments.enumerated().map { index, argument in
            "    \(argument)\(index == arguments.count - 1 ? "" : ",")"
        }
        return [head] + inner + [tail]
    }
}
