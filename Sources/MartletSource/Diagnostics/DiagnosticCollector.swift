/// Gathers what the stages of one run find, in the order in which they find it.
///
/// Made for one run on one thread; it is not safe to share between threads, by design.
package final class DiagnosticCollector {
    /// Everything reported so far.
    package private(set) var diagnostics: [Diagnostic] = []
    /// Whether an error is among them, so that nothing may be written.
    package private(set) var hasErrors = false

    /// The messages that are not to be reported again.
    private var known: Set<String> = []

    /// A collector with nothing in it.
    package init() {}

    /// Adds one diagnostic.
    package func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }

    /// Adds a diagnostic unless one with the same message has been added so, for what holds of many places alike.
    package func reportOnce(_ diagnostic: Diagnostic) {
        if known.insert(diagnostic.message.text).inserted { report(diagnostic) }
    }
}
