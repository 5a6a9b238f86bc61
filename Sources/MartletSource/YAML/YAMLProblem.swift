import CMartletYAML

/// An error of libyaml.
struct YAMLProblem {
    /// The error's text, one of libyaml's constants.
    private let problem: String
    /// libyaml's text about the construct that it was reading, and the start of that construct.
    private let context: (text: String, start: Position)?
    /// The place of the error.
    private let place: Place

    /// Whether the error is behind a character that only libyaml takes for a line break.
    private let isAfterSeparator: Bool

    private enum Place {
        /// The offset of bytes that can't be decoded.
        case offset(Int)
        case position(Position)
    }

    /// Creates a problem from a parser that has failed.
    init(_ parser: yaml_parser_t, _ marks: YAMLMarks) {
        problem = parser.problem.map { String(cString: $0) } ?? "out of memory"
        context = parser.context.map { (String(cString: $0), marks.position(parser.context_mark)) }
        place =
            parser.error == YAML_READER_ERROR
            ? .offset(parser.problem_offset) : .position(marks.position(parser.problem_mark))
        isAfterSeparator = [parser.problem_mark, parser.context_mark].contains(where: marks.isAfterSeparator)
    }

    /// The diagnostic for the problem.
    func diagnostic(in file: SourceFile) -> Diagnostic {
        switch place {
        case .offset(let offset):
            let location = Location(path: file.path, position: Position(offset: offset, in: file.bytes))
            return .error(.unreadableYAML(problem, offset: offset), at: location)
        case .position(let stated):
            // If the last line has no line break, libyaml reports the line after it. Lines of UTF-16 are not counted.
            let end = Position(offset: file.bytes.count, in: file.bytes)
            let position = end == .start ? stated : min(stated, end)
            // libyaml notices an open quote at the end of the document, and a line without a colon in the next one.
            let isNoticedLate = ["found unexpected end of stream", "could not find expected ':'"].contains(problem)
            let place = isNoticedLate ? context?.start ?? position : position
            let lines = YAMLLines(file.bytes)
            if lines.isConflictMarker(place.line) {
                return .error(.conflictMarker, at: Location(path: file.path, position: place))
            }
            for line in [place.line, position.line - 1] {
                if let space = lines.noBreakSpace(line) {
                    return .error(.noBreakSpace, at: Location(path: file.path, position: space))
                }
                if let space = lines.noBreakSpaceAfterColon(line) {
                    return .error(.noBreakSpaceAfterColon, at: Location(path: file.path, position: space))
                }
            }
            if isAfterSeparator { return .error(.lineSeparator, at: Location(path: file.path, position: place)) }
            let (line, next) = Self.line(position, in: lines)
            return .error(message(at: position, after: line, next), at: Location(path: file.path, position: place))
        }
    }

    /// The text of a line before a position, and the character there.
    private static func line(_ position: Position, in lines: YAMLLines) -> (before: Substring, next: Character?) {
        let text = String(decoding: lines[position.line], as: UTF8.self)
        let before = text.unicodeScalars.prefix(Int(position.column) - 1)
        return (Substring(before), text[before.endIndex...].first)
    }

    /// The message for a problem: what the author probably did, or libyaml's text where that is as clear, with advice.
    ///
    /// - Parameter line: The text of the line before the position.
    private func message(at position: Position, after line: Substring, _ next: Character?) -> Diagnostic.Message {
        // libyaml doesn't recognize a key that is longer than 1024 characters.
        if position.column > 1024, Self.problemsOfLongKeys.contains(problem) { return .longYAMLKey }
        switch problem {
        case "did not find expected key", "did not find expected '-' indicator":
            guard let start = context?.start, line.allSatisfy(\.isWhitespace), start.line < position.line else {
                return .init(.syntax, "nothing may follow a value", hint: "put the whole value in quotes")
            }
            guard position.column == start.column else { return .misalignedLine(position, start) }
            return next == "-" ? .elementAmongKeys : .keyAmongElements
        case "found unexpected end of stream":
            return .init(.syntax, "the text in quotes that begins here has no closing quote")
        case "found character that cannot start any token":
            guard next != "\t" else { return .init(.syntax, "a tab indents this line", hint: "indent with spaces") }
            return .init(
                .syntax, "text without quotes can't begin with \(next.map(String.init) ?? "this")",
                hint: "put it in quotes")
        case "found unknown escape character":
            return .init(
                .syntax, "this is no escape sequence of YAML",
                hint: "write a backslash in double quotes as \\\\, or put the text in single quotes")
        case "mapping values are not allowed in this context":
            return .init(
                .syntax, "a colon and a space end a key, and there can't be a key here",
                hint: """
                    put text with a colon in quotes; a key begins a line, and the line above may lack the space after its \
                    colon
                    """)
        case "did not find expected ',' or '}'": return .openFlow("mapping", "}", context?.start)
        case "did not find expected ',' or ']'": return .openFlow("sequence", "]", context?.start)
        case "could not find expected ':'":
            return .init(
                .syntax, "this line has no colon",
                hint: "each line of a mapping is a key, a colon and a space, and a value")
        case "did not find expected <document start>":
            return .init(.syntax, "nothing may follow the value of the document")
        default:
            guard let context else { return .init(.syntax, "\(problem)") }
            let start: Diagnostic.Text = context.start < position ? " that begins at \(context.start)" : ""
            return .init(.syntax, "\(problem) \(context.text)\(start)")
        }
    }

    /// libyaml's texts for errors that a key that it doesn't recognize can cause.
    private static let problemsOfLongKeys: Set<String> = [
        "could not find expected ':'", "mapping values are not allowed in this context",
        "did not find expected ',' or '}'",
    ]
}

extension Diagnostic.Message {
    /// A YAML document contains bytes that can't be decoded, or characters that YAML doesn't allow (YAML 1.2.2, 5.1).
    static func unreadableYAML(_ problem: String, offset: Int) -> Self {
        Self(.syntax, "\(problem), at byte offset \(offset)")
    }

    /// A key without `?` is too long (YAML 1.2.2, 7.4).
    static let longYAMLKey = Self(.syntax, "write a key of more than 1024 characters as `? key`")

    /// A no-break space indents a line. To YAML, it is text (YAML 1.2.2, 6.1).
    static let noBreakSpace = Self(
        .syntax, "a no-break space (U+00A0) indents this line", hint: "indent with ordinary spaces")

    /// A no-break space follows a colon. To YAML, the colon then ends no key (YAML 1.2.2, 7.3.3).
    static let noBreakSpaceAfterColon = Self(
        .syntax, "a no-break space (U+00A0) follows the colon", hint: "put an ordinary space there")

    /// A line ends for libyaml, but neither in editors nor in YAML 1.2 (YAML 1.2.2, 5.4).
    static let lineSeparator = Self(
        .syntax, "an invisible line separator (U+0085, U+2028 or U+2029) splits this line",
        hint: "remove it, or write it as \\N, \\L or \\P in double quotes")

    /// A line of a block begins in a column of its own.
    static func misalignedLine(_ position: Position, _ start: Position) -> Self {
        Self(
            .syntax, "the indentation doesn't fit: this begins in column \(position.column)",
            hint: "what begins in line \(start.line) has its keys or hyphens in column \(start.column)")
    }

    /// A hyphen follows keys in their column.
    static let elementAmongKeys = Self(
        .syntax, "a hyphen begins an element of a sequence, but the lines above are keys",
        hint: "remove the hyphen, or indent it below the key that it belongs to")

    /// A key follows hyphens in their column.
    static let keyAmongElements = Self(
        .syntax, "the lines above begin with hyphens, and this one doesn't",
        hint: "begin it with a hyphen, or indent what belongs to the last element")

    /// A flow mapping or sequence has no end.
    static func openFlow(_ kind: String, _ end: String, _ start: Position?) -> Self {
        let place: Diagnostic.Text = start.map { " that begins at \($0)" } ?? ""
        return Self(.syntax, "expected a comma or the \(end) that ends the \(kind)\(place)")
    }
}
