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

    /// The same for arguments that are lists themselves.
    static func nested(
        _ head: String,
        _ lists: [(head: String, elements: [String], tail: String)],
        _ tail: String,
        indentation: Int
    ) -> [String] {
        let line =
            head + lists.map { $0.head + $0.elements.joined(separator: ", ") + $0.tail }.joined(separator: ", ") + tail
        if indentation + line.utf8.count <= DocumentationComment.width { return [line] }
        let inner = lists.enumerated().flatMap { index, inner in
            list(
                inner.head,
                inner.elements,
                inner.tail + (index == lists.count - 1 ? "" : ","),
                indentation: indentation + 4
            )
        }
        return [head] + inner.map { "    \($0)" } + [tail]
    }
}
