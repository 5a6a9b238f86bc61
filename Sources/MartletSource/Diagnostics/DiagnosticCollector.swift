/// Collects the diagnostics of all stages of one run, in the order in which they are reported.
///
/// A collector is used for one run on one thread; it isn't safe to share between threads.
package final class DiagnosticCollector {
    /// The diagnostics that have been reported, without duplicates.
    package private(set) var diagnostics: [Diagnostic] = []
    /// The number of errors that have been reported, without those that ``attempt(_:)`` has turned into warnings.
    package private(set) var errorCount = 0

    /// The diagnostics that have been reported. Copies of nodes (YAML aliases) have the faults of the original at the
    /// same locations.
    private var known: Set<Diagnostic> = []
    /// The texts that ``reportOnce(_:)`` has reported.
    private var knownMessages: Set<String> = []
    /// The warnings that ``attempt(_:)`` has made of errors.
    private var demoted: Set<Diagnostic> = []
    /// The warnings about the parts of the document that are left out because of those errors.
    private var omissions: Set<Diagnostic> = []

    /// The number of comparisons of names that ``mayCompare(with:)`` still allows.
    private var comparisons = 500_000

    /// Creates an empty collector.
    package init() {}

    /// Whether there is an error, so that no output may be written.
    package var hasErrors: Bool { errorCount > 0 }

    /// Adds a diagnostic unless an equal one has been reported.
    package func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { errorCount += 1 }
        if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    /// Adds a diagnostic unless this method has reported one with the same text at any location. For problems that a
    /// document is likely to have in many places.
    package func reportOnce(_ diagnostic: Diagnostic) {
        if knownMessages.insert(diagnostic.message.text).inserted { report(diagnostic) }
    }

    /// Whether a name may be compared with others to find the one that was meant. A document with very many mistakes gets this
    /// help with the first of them: the time for each is proportional to the size of the document.
    package func mayCompare(with count: Int) -> Bool {
        if comparisons <= 0 { return false }
        comparisons -= count
        return true
    }

    /// Runs a closure that makes an optional part of the output. Errors that it reports become warnings.
    ///
    /// - Returns: The result of the closure; `nil` if it reported an error. In that case the caller reports which part
    ///   is left out (``reportOmission(_:at:)``).
    package func attempt<Value>(_ make: () -> Value?) -> Value? {
        let errorsBefore = errorCount
        let first = diagnostics.count
        let value = make()
        guard errorCount > errorsBefore else { return value }
        errorCount = errorsBefore
        // Not a slice, which would make the removal copy all diagnostics.
        let reported = Array(diagnostics[first...])
        diagnostics.removeSubrange(first...)
        for diagnostic in reported {
            guard diagnostic.severity == .error else {
                diagnostics.append(diagnostic)
                continue
            }
            known.remove(diagnostic)
            let warning = diagnostic.with(.warning)
            demoted.insert(warning)
            report(warning)
        }
        return nil
    }

    /// Adds a warning that a part of the document is left out of the output.
    package func reportOmission(_ message: Diagnostic.Message, at location: Location) {
        let warning = Diagnostic.warning(message, at: location)
        omissions.insert(warning)
        report(warning)
    }

    /// Whether a warning reports that a part of the document is left out of the output, or why.
    package func isAboutOmission(_ warning: Diagnostic) -> Bool {
        omissions.contains(warning) || demoted.contains(warning)
    }

    /// Takes back warnings that parts are left out, because the output would not contain these parts anyway. If no other part is
    /// left out, the errors that led to these stay warnings.
    package func withdraw(_ warnings: [Diagnostic]) {
        let withdrawn = omissions.intersection(warnings)
        if withdrawn.isEmpty { return }
        omissions.subtract(withdrawn)
        diagnostics.removeAll(where: withdrawn.contains)
        if omissions.isEmpty { demoted = [] }
    }

    /// Turns the warnings that ``attempt(_:)`` has made of errors back into errors, for when there is no output without
    /// the parts that were left out, or when nothing may be left out.
    package func restoreErrors() {
        diagnostics = diagnostics.filter { !omissions.contains($0) }.map { diagnostic in
            guard demoted.contains(diagnostic) else { return diagnostic }
            errorCount += 1
            return diagnostic.with(.error)
        }
    }

    /// Applies the user's settings for rules to the warnings and notes so far: they are left out, or become errors. Errors
    /// stay, because there is no output without what they are about.
    package func apply(_ rules: [Diagnostic.Rule: Diagnostic.RuleSetting]) {
        guard !rules.isEmpty else { return }
        diagnostics = diagnostics.compactMap { diagnostic in
            guard diagnostic.severity != .error, let setting = diagnostic.message.rule.flatMap({ rules[$0] }) else {
                return diagnostic
            }
            switch setting {
            case .off: return nil
            case .warning: return diagnostic.with(.warning)
            case .error:
                errorCount += 1
                return diagnostic.with(.error)
            }
        }
    }
}
