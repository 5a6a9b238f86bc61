/// An error, a warning or a note about a document.
package struct Diagnostic: Error, Hashable, Sendable {
    /// The severity of a diagnostic.
    package enum Severity: String, Sendable {
        /// A fault because of which no output is written.
        case error
        /// A problem because of which the output may not be what the author meant.
        case warning
        /// Information that doesn't affect the output.
        case note
    }

    /// The severity.
    package let severity: Severity
    /// The text, with the rule that it is about and a hint.
    package let message: Message
    /// The location in a document; `nil` if the diagnostic isn't about a particular place.
    package let location: Location?
    /// Other places that the diagnostic is about, which are shown after it.
    package let notes: [Note]

    /// Another place that a diagnostic is about.
    package struct Note: Hashable, Sendable {
        /// The description of the place.
        package let text: Text
        /// The place.
        package let location: Location

        /// Creates a note.
        package init(_ text: Text, at location: Location) {
            self.text = text
            self.location = location
        }
    }

    /// Creates a diagnostic of any severity.
    package init(severity: Severity, message: Message, location: Location?, notes: [Note] = []) {
        self.severity = severity
        self.message = message
        self.location = location
        self.notes = notes
    }

    /// The same diagnostic with another severity.
    package func with(_ severity: Severity) -> Diagnostic {
        Diagnostic(severity: severity, message: message, location: location, notes: notes)
    }

    /// Creates an error, because of which no output is written.
    package static func error(_ message: Message, at location: Location?, notes: [Note] = []) -> Diagnostic {
        Diagnostic(severity: .error, message: message, location: location, notes: notes)
    }

    /// Creates a warning.
    package static func warning(_ message: Message, at location: Location?, notes: [Note] = []) -> Diagnostic {
        Diagnostic(severity: .warning, message: message, location: location, notes: notes)
    }

    /// Creates a note: information that doesn't affect the output.
    package static func note(_ message: Message, at location: Location?) -> Diagnostic {
        Diagnostic(severity: .note, message: message, location: location)
    }
}
