import CMartletYAML

/// What libyaml found wrong.
struct YAMLProblem {
    /// libyaml's own words for it; fixed texts, none of them from the document.
    private let problem: String
    /// libyaml's words for what it was doing, and where that began.
    private let context: (text: String, start: Position)?
    /// Where it is.
    private let place: Place

    private enum Place {
        /// Bytes that are no characters, by their offset.
        case offset(Int)
        case position(Position)
    }

    /// Takes the problem over from a parser that has failed.
    init(_ parser: yaml_parser_t) {
        problem = parser.problem.map { String(cString: $0) } ?? "out of memory"
        context = parser.context.map { (String(cString: $0), Position(parser.context_mark)) }
        place =
            parser.error == YAML_READER_ERROR
            ? .offset(parser.problem_offset) : .position(Position(parser.problem_mark))
    }

    /// The problem as a diagnostic about that document.
    func diagnostic(in file: SourceFile) -> Diagnostic {
        switch place {
        case .offset(let offset):
            let location = Location(path: file.path, position: Position(offset: offset, in: file.bytes))
            return .error(.unreadableYAML(problem, offset: offset), at: location)
        case .position(let position):
            return .error(message(at: position), at: Location(path: file.path, position: position))
        }
    }

    /// What to say about a problem at a place: libyaml's text, and advice where that text is known to puzzle.
    private func message(at position: Position) -> Diagnostic.Message {
        var message: Diagnostic.Message = "\(problem)"
        if let context {
            message = "\(message) \(context.text)"
            if context.start < position { message = "\(message) that begins at \(context.start)" }
        }
        // libyaml takes nothing for a key that ends more than 1024 characters after its beginning.
        if position.column > 1024, Self.problemsOfLongKeys.contains(problem) { return "\(message); \(.longYAMLKey)" }
        guard let advice = Self.advice[problem] else { return message }
        return "\(message); \(advice)"
    }

    /// What libyaml says where it did not recognise a key.
    private static let problemsOfLongKeys: Set<String> = [
        "could not find expected ':'", "mapping values are not allowed in this context",
        "did not find expected ',' or '}'",
    ]

    /// Advice by libyaml's text.
    private static let advice: [String: Diagnostic.Message] = [
        "found character that cannot start any token":
            "indent with spaces, not tabs, and put text that starts with @, ` or % in quotes",
        "mapping values are not allowed in this context": "put text that contains a colon and a space in quotes",
        "could not find expected ':'": "each line of a mapping needs a colon and a space after its key",
        "did not find expected <document start>": "nothing may follow the value of the document",
    ]
}

extension Diagnostic.Message {
    /// Bytes of a YAML document are no characters, or characters that YAML does not allow (YAML 1.2 section 5.1).
    static func unreadableYAML(_ problem: String, offset: Int) -> Self {
        "\(problem), at byte offset \(offset)"
    }

    /// A key is longer than YAML allows it to be without a `?` (YAML 1.2 section 7.4).
    static let longYAMLKey: Self = "YAML needs `? key` for keys over 1024 characters"
}
