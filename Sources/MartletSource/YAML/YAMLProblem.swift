import CMartletYAML

/// An error of libyaml.
struct YAMLProblem {
    /// The error's text, one of libyaml's constants.
    private let problem: String
    /// libyaml's text about the construct that it was reading, and the start of that construct.
    private let context: (text: String, start: Position)?
    /// The place of the error.
    private let place: Place

    private enum Place {
        /// The offset of bytes that can't be decoded.
        case offset(Int)
        case position(Position)
    }

    /// Creates a problem from a parser that has failed.
    init(_ parser: yaml_parser_t) {
        problem = parser.problem.map { String(cString: $0) } ?? "out of memory"
        context = parser.context.map { (String(cString: $0), Position(parser.context_mark)) }
        place =
            parser.error == YAML_READER_ERROR
            ? .offset(parser.problem_offset) : .position(Position(parser.problem_mark))
    }

    /// The diagnostic for the problem.
    func diagnostic(in file: SourceFile) -> Diagnostic {
        switch place {
        case .offset(let offset):
            let location = Location(path: file.path, position: Position(offset: offset, in: file.bytes))
            return .error(.unreadableYAML(problem, offset: offset), at: location)
        case .position(let position):
            return .error(message(at: position), at: Location(path: file.path, position: position))
        }
    }

    /// The message for a problem: what the author probably did, or libyaml's text where that is as clear, with advice.
    private func message(at position: Position) -> Diagnostic.Message {
        if let mistake = Self.mistakes[problem] {
            guard let start = context?.start, start < position else { return mistake }
            return "\(mistake); what it would belong to begins at \(start)"
        }
        var message: Diagnostic.Message = "\(problem)"
        if let context {
            message = "\(message) \(context.text)"
            if context.start < position { message = "\(message) that begins at \(context.start)" }
        }
        // libyaml doesn't recognize a key that is longer than 1024 characters.
        if position.column > 1024, Self.problemsOfLongKeys.contains(problem) { return "\(message); \(.longYAMLKey)" }
        guard let advice = Self.advice[problem] else { return message }
        return "\(message); \(advice)"
    }

    /// libyaml's texts for errors that a key that it doesn't recognize can cause.
    private static let problemsOfLongKeys: Set<String> = [
        "could not find expected ':'", "mapping values are not allowed in this context",
        "did not find expected ',' or '}'",
    ]

    /// What the author probably did, by libyaml's text.
    private static let mistakes: [String: Diagnostic.Message] = [
        "did not find expected key": """
        the indentation doesn't fit: all keys of a mapping begin in the same column, and its lists and mappings further \
        to the right
        """,
        "did not find expected '-' indicator": """
        the indentation doesn't fit: all entries of a list begin with a hyphen in the same column
        """,
        "found unexpected end of stream": "the document ends within text in quotes, which lacks the closing quote",
    ]

    /// Advice for the user, by libyaml's text.
    private static let advice: [String: Diagnostic.Message] = [
        "found character that cannot start any token":
            "indent with spaces, not tabs, and put text that starts with @, ` or % in quotes",
        "mapping values are not allowed in this context":
            "put text that contains a colon and a space in quotes, and begin all keys of a mapping in the same column",
        "could not find expected ':'": "each line of a mapping needs a colon and a space after its key",
        "did not find expected <document start>": "nothing may follow the value of the document",
    ]
}

extension Diagnostic.Message {
    /// A YAML document contains bytes that can't be decoded, or characters that YAML doesn't allow (YAML 1.2.2, 5.1).
    static func unreadableYAML(_ problem: String, offset: Int) -> Self {
        "\(problem), at byte offset \(offset)"
    }

    /// A key without `?` is too long (YAML 1.2.2, 7.4).
    static let longYAMLKey: Self = "write a key of more than 1024 characters as `? key`"
}
