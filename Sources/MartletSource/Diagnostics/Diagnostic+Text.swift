extension Diagnostic {
    /// A line of plain English that is safe to print wherever diagnostics go.
    ///
    /// An interpolated `SpecText` or `\(quoted:)` is put in quotation marks, and cut after 200 Unicode scalars.
    /// Invisible characters of all interpolated text are escaped. Therefore, no document can forge a diagnostic, a
    /// command to a build server or a terminal escape.
    package struct Text: Hashable, Sendable, ExpressibleByStringInterpolation {
        /// The line.
        package let text: String

        /// Creates a text from a literal.
        package init(stringLiteral value: String) { text = value }

        /// Creates a text from an interpolated string.
        package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
    }
}

extension Diagnostic.Text {
    /// Builds the text, and escapes interpolated text.
    package struct StringInterpolation: StringInterpolationProtocol {
        /// The maximum number of Unicode scalars that are shown of a quoted text.
        static let quotedLimit = 200

        /// The text so far.
        fileprivate(set) var text = ""

        /// Creates an empty text with room for the literal parts.
        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        /// Appends a literal part unchanged.
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

        /// Appends text of a document as YAML in double quotes (YAML 1.2.2, section 5.7), cut after 200 scalars.
        package mutating func appendInterpolation(yaml specText: SpecText) {
            let scalars = specText.raw(for: .diagnostic).unicodeScalars
            let shown = scalars.prefix(Self.quotedLimit)
            text += "\""
            VisibleText.append(shown, inYAML: true, to: &text)
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

        /// Appends another text.
        package mutating func appendInterpolation(_ other: Diagnostic.Text) {
            text += other.text
        }

        /// Appends the text of a message.
        package mutating func appendInterpolation(_ message: Diagnostic.Message) {
            text += message.text
        }
    }
}
