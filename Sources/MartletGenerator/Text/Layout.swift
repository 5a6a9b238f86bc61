/// Lays out lists of arguments the way swift-format does: on one line if they fit, else on lines of their own, as many on
/// each as fit.
enum Layout {
    /// - Parameters:
    ///   - head: up to the opening parenthesis, and with it.
    ///   - tail: from the closing parenthesis on.
    ///   - indentation: the columns before the first line; templates put them there.
    static func list(_ head: String, _ arguments: [String], _ tail: String, indentation: Int) -> [String] {
        let length = arguments.reduce(head.utf8.count + tail.utf8.count) { $0 + $1.utf8.count }
        if arguments.isEmpty || indentation + length + 2 * (arguments.count - 1) <= DocumentationComment.width {
            var line = head
            line.reserveCapacity(length + 2 * arguments.count)
            for (index, argument) in arguments.enumerated() {
                if index > 0 { line += ", " }
                line += argument
            }
            line += tail
            return [line]
        }
        // The last element of an array has a comma too, since another one may follow it one day.
        let isArray = head.hasSuffix("[")
        let items = arguments.enumerated().map { index, argument in
            index == arguments.count - 1 && !isArray ? argument : argument + ","
        }
        return [head] + filled(items, indentation: indentation, inset: "    ") + [tail]
    }

    /// Lines of items, with as many on each as fit.
    ///
    /// - Parameter inset: what each line begins with.
    static func filled(_ items: [String], indentation: Int, inset: String = "") -> [String] {
        var lines: [String] = []
        for item in items {
            if let length = lines.last?.utf8.count,
                indentation + length + 1 + item.utf8.count <= DocumentationComment.width
            {
                lines[lines.count - 1] += " "
                lines[lines.count - 1] += item
            } else {
                var line = inset
                line.reserveCapacity(DocumentationComment.width)
                line += item
                lines.append(line)
            }
        }
        return lines
    }

    /// A call whose last argument is a dictionary, `encoding`; without elements there is no such argument.
    static func list(_ head: String, behind elements: [String], _ tail: String, indentation: Int) -> [String] {
        if elements.isEmpty { return ["\(head)\(tail)"] }
        let line = "\(head), encoding: [\(elements.joined(separator: ", "))]\(tail)"
        if indentation + line.utf8.count <= DocumentationComment.width { return [line] }
        let open = head.firstIndex(of: "(").map { head.index(after: $0) } ?? head.endIndex
        return [String(head[..<open]), "    \(head[open...]),", "    encoding: ["] + elements.map { "        \($0)," }
            + ["    ]\(tail.dropLast())", ")"]
    }

    /// What follows a head such as `case .a:` on the same line if it fits, else on the next one.
    static func statement(_ head: String, _ statement: String, _ tail: String = "", indentation: Int) -> [String] {
        let line = "\(head) \(statement)\(tail.isEmpty ? "" : " \(tail)")"
        if indentation + line.utf8.count <= DocumentationComment.width { return [line] }
        return [head, "    \(statement)"] + (tail.isEmpty ? [] : [tail])
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
