extension Diagnostic {
    /// The text of a diagnostic: one line of plain English, safe to print wherever diagnostics go.
    ///
    /// An interpolated `SpecText` or `\(quoted:)` is put in quotation marks, and cut after 200 Unicode scalars.
    /// Invisible characters of all interpolated text are escaped. So no document can forge a diagnostic, a command to a
    /// build server or a terminal escape.
    package struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
        /// The rule that is broken; `nil` for what is neither about a document nor about a configuration.
        package let rule: Rule?
        /// What is wrong.
        package let summary: String
        /// What to do about it, if there is more to say than the summary does.
        package let hint: String?

        /// The complete text: summary and hint.
        package var text: String { hint.map { "\(summary); \($0)" } ?? summary }

        /// Creates a message from a literal.
        package init(stringLiteral value: String) {
            rule = nil
            summary = value
            hint = nil
        }

        /// Creates a message from an interpolated string.
        package init(stringInterpolation: StringInterpolation) {
            self.init(stringLiteral: stringInterpolation.text)
        }

        /// Creates a message about a rule.
        package init(_ rule: Rule?, _ summary: Message, hint: Message? = nil) {
            self.rule = rule
            self.summary = summary.text
            self.hint = hint?.text
        }

        /// The same message about a rule.
        package func about(_ rule: Rule) -> Message {
            Message(rule, "\(summary)", hint: hint.map { "\($0)" })
        }
    }
}

extension Diagnostic.Message {
    /// Builds the text of a message, and escapes interpolated text.
    package struct StringInterpolation: StringInterpolationProtocol {
        /// The maximum number of Unicode scalars that are shown of a quoted text.
        static let quotedLimit = 200

        /// The text so far.
        fileprivate(set) var text = ""

        /// Creates an empty text with room for the literal parts.
        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        /// Appends a literal part of the message unchanged.
        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Appends text of a document in quotation marks.
        package mutating func appendInterpolation(_ specText: SpecText) {
            appendInterpolation(quoted: specText.raw(for: .diagnostic))
        }

        /// Appends text of a document between other marks, or where it is alone on its line, with invisible characters as
        /// `<U+XXXX>`.
        package mutating func appendInterpolation(unquoted specText: SpecText) {
            appendInterpolation(specText.raw(for: .diagnostic))
        }

        /// Appends text of unknown origin in quotation marks, with invisible characters as `<U+XXXX>`, cut after 200
        /// scalars.
        package mutating func appendInterpolation(quoted foreign: some StringProtocol) {
            let scalars = foreign.unicodeScalars
            let shown = scalars.prefix(Self.quotedLimit)
            text += "\""
            VisibleText.append(shown, to: &text)
            text += shown.endIndex == scalars.endIndex ? "\"" : "…\""
        }

        /// Appends text that martlet has made, with invisible characters as `<U+XXXX>`.
        package mutating func appendInterpolation(_ own: some StringProtocol) {
            VisibleText.append(own.unicodeScalars, to: &text)
        }

        /// Appends a number.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            text += String(number)
        }

        /// Appends a position in the same document as `line:column`.
        package mutating func appendInterpolation(_ position: Position) {
            text += position.description
        }

        /// Appends a location in any document as `path:line:column`.
        package mutating func appendInterpolation(_ location: Location) {
            appendInterpolation(location.path)
            text += ":\(location.position)"
        }

        /// Appends the text of another message.
        package mutating func appendInterpolation(_ message: Diagnostic.Message) {
            text += message.text
        }
    }
}
