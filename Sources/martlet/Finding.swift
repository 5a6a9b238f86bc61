import MartletSource

/// A diagnostic as people see it: one that is repeated often is shown once, with the number of places.
struct Finding {
    private let first: Diagnostic
    private let count: Int

    /// So many equal messages are still shown one by one.
    private static let maximumRepeats = 3

    /// The findings of diagnostics, in their order.
    static func findings(_ diagnostics: [Diagnostic]) -> [Finding] {
        var counts: [Kind: Int] = [:]
        for diagnostic in diagnostics { counts[Kind(diagnostic), default: 0] += 1 }
        var known: Set<Kind> = []
        return diagnostics.compactMap { diagnostic in
            let count = counts[Kind(diagnostic)] ?? 1
            if count <= maximumRepeats { return Finding(first: diagnostic, count: 1) }
            return known.insert(Kind(diagnostic)).inserted ? Finding(first: diagnostic, count: count) : nil
        }
    }

    /// The order in which findings are kept when there are too many.
    var rank: Int {
        switch first.severity {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }

    /// What the same diagnostics at other places have in common.
    private struct Kind: Hashable {
        let severity: Diagnostic.Severity
        let text: String

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            text = diagnostic.message.text
        }
    }
}

extension Finding: CustomStringConvertible {
    var description: String { count == 1 ? "\(first)" : "\(first) (and at \(count - 1) other places)" }
}
