extension Diagnostic {
    /// The text of a diagnostic: one line of plain English, safe to print wherever diagnostics go.
    ///
    /// `SpecText` and `\(quoted:)` are put between quotation marks, made visible and cut; any other interpolated text
    /// is made visible. So no document can forge a diagnostic, a command to a build server or a terminal escape.
    package struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
        /// The finished text.
        package let text: String

        /// A fixed text.
        package init(stringLiteral value: String) {
            text = value
        }

        /// A text put together from parts.
        package init(stringInterpolation: StringInterpolation) {
            text = stringInterpolation.text
        }
    }
}

extension Diagnostic.Message {
    /// Puts a message together, encoding what is foreign.
    package struct StringInterpolation: StringInterpolationProtocol {
        /// How many Unicode scalars of a quoted text are shown.
        static let quotedLimit = 200

        /// What has been put together so far.
        fileprivate(set) var text = ""

        /// An empty text with room for the literal parts.
        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        /// Takes the programmer's own text as it is.
        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Quotes text of a document.
        package mutating func appendInterpolation(_ specText: SpecText) {
            appendInterpolation(quoted: specText.unencoded)
        }

        /// Quotes text of unknown origin: `"…"`, invisible characters as `<U+XXXX>`, cut after 200 scalars.
        package mutating func appendInterpolation(quoted foreign: some StringProtocol) {
            let scalars = foreign.unicodeScalars
            let shown = scalars.prefix(Self.quotedLimit)
            text += "\""
            VisibleText.append(shown, to: &text)
            text += shown.endIndex == scalars.endIndex ? "\"" : "…\""
        }

        /// Takes a text that the program has made; should it hold invisible characters, they are made visible.
        package mutating func appendInterpolation(_ own: some StringProtocol) {
            VisibleText.append(own.unicodeScalars, to: &text)
        }

        /// Takes a number.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            text += String(number)
        }

        /// Takes a place in the same document as `line:column`.
        package mutating func appendInterpolation(_ position: Position) {
            text += position.description
        }

        /// Takes a place in any document as `path:line:column`.
        package mutating func appendInterpolation(_ location: Location) {
            appendInterpolation(location.path)
            text += ":\(location.position)"
        }

        /// Takes a finished message.
        package mutating func appendInterpolation(_ message: Diagnostic.Message) {
            text += message.text
        }
    }
}
