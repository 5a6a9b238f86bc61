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
    /// The text.
    package let message: Message
    /// The location in a document; `nil` if the diagnostic isn't about a particular place.
    package let location: Location?

    /// Creates a diagnostic of any severity.
    package init(severity: Severity, message: Message, location: Location?) {
        self.severity = severity
        self.message = message
        self.location = location
    }

    /// Creates an error, because of which no output is written.
    package static func error(_ message: Message, at location: Location?) -> Diagnostic {
        Diagnostic(severity: .error, message: message, location: location)
    }

    /// Creates a warning.
    package static func warning(_ message: Message, at location: Location?) -> Diagnostic {
        Diagnostic(severity: .warning, message: message, location: location)
    }

    /// Creates a note: information that doesn't affect the output.
    package static func note(_ message: Message, at location: Location?) -> Diagnostic {
        Diagnostic(severity: .note, message: message, location: location)
    }
}
