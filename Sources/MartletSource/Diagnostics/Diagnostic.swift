/// One thing to tell the user about a document.
package struct Diagnostic: Error, Hashable, Sendable {
    /// How bad it is.
    package enum Severity: String, Sendable {
        /// Nothing may be written.
        case error
        /// The result may not be what the author meant.
        case warning
        /// Something worth knowing that changes nothing.
        case note
    }

    /// How bad it is.
    package let severity: Severity
    /// What there is to say.
    package let message: Message
    /// The place it is about; nil when it is about no place in particular.
    package let location: Location?

    /// A diagnostic of any severity.
    package init(severity: Severity, message: Message, location: Location?) {
        self.severity = severity
        self.message = message
        self.location = location
    }

    /// A fault that keeps anything from being written.
    package static func error(_ message: Message, at location: Location?) -> Diagnostic {
        Diagnostic(severity: .error, message: message, location: location)
    }

    /// A doubt about the document.
    package static func warning(_ message: Message, at location: Location?) -> Diagnostic {
        Diagnostic(severity: .warning, message: message, location: location)
    }

    /// More about the diagnostic before it.
    package static func note(_ message: Message, at location: Location?) -> Diagnostic {
        Diagnostic(severity: .note, message: message, location: location)
    }
}
