/// Gathers what the stages of one run find, in the order in which they find it.
///
/// Made for one run on one thread; it is not safe to share between threads, by design.
package final class DiagnosticCollector {
    /// Everything reported so far.
    package private(set) var diagnostics: [Diagnostic] = []
    /// How many errors have been reported, those aside that ``attempt(_:)`` has made warnings.
    package private(set) var errorCount = 0

    /// What has been reported, since a copy of a part of a document has the faults of the original at the same places.
    private var known: Set<Diagnostic> = []
    /// The messages that are not to be reported again.
    private var knownMessages: Set<String> = []
    /// The warnings that were reported as errors.
    private var demoted: Set<Diagnostic> = []
    /// The warnings that say what is left out on account of those.
    private var omissions: Set<Diagnostic> = []

    /// A collector with nothing in it.
    package init() {}

    /// Whether an error is among the diagnostics, so that nothing may be written.
    package var hasErrors: Bool { errorCount > 0 }

    /// Adds one diagnostic, unless the same one is there already.
    package func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { errorCount += 1 }
        if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    /// Adds a diagnostic unless one with the same message has been added so, for what holds of many places alike.
    package func reportOnce(_ diagnostic: Diagnostic) {
        if knownMessages.insert(diagnostic.message.text).inserted { report(diagnostic) }
    }

    /// Makes a part of the result that the rest can do without: errors that come up meanwhile become warnings.
    ///
    /// - Returns: nil when there were errors; whoever calls says what is left out (``reportOmission(_:at:)``).
    package func attempt<Value>(_ make: () -> Value?) -> Value? {
        let errorsBefore = errorCount
        let first = diagnostics.count
        let value = make()
        guard errorCount > errorsBefore else { return value }
        errorCount = errorsBefore
        let reported = diagnostics[first...]
        diagnostics.removeSubrange(first...)
        for diagnostic in reported {
            guard diagnostic.severity == .error else {
                diagnostics.append(diagnostic)
                continue
            }
            known.remove(diagnostic)
            let warning = Diagnostic.warning(diagnostic.message, at: diagnostic.location)
            demoted.insert(warning)
            report(warning)
        }
        return nil
    }

    /// Warns that a part is left out.
    package func reportOmission(_ message: Diagnostic.Message, at location: Location) {
        let warning = Diagnostic.warning(message, at: location)
        omissions.insert(warning)
        report(warning)
    }

    /// Makes errors again of what ``attempt(_:)`` has made warnings, when the rest can't do without those parts after all.
    package func restoreErrors() {
        diagnostics = diagnostics.filter { !omissions.contains($0) }.map { diagnostic in
            guard demoted.contains(diagnostic) else { return diagnostic }
            errorCount += 1
            return .error(diagnostic.message, at: diagnostic.location)
        }
    }
}
