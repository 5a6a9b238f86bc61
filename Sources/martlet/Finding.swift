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

    /// So many findings of one rule are shown, apart from errors.
    private static let maximumOfRule = 10

    /// The findings that are shown, at most ten warnings of a rule, and the numbers of others.
    static func common(_ findings: [Finding]) -> (shown: [Finding], others: [(rule: Diagnostic.Rule, count: Int)]) {
        var counts: [Diagnostic.Rule: Int] = [:]
        let shown = findings.filter { finding in
            guard finding.rank > 0, let rule = finding.first.message.rule else { return true }
            counts[rule, default: 0] += 1
            return counts[rule, default: 0] <= maximumOfRule
        }
        let others = Diagnostic.Rule.allCases.map { ($0, counts[$0, default: 0] - maximumOfRule) }
        return (shown, others.filter { $0.1 > 0 })
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
        let message: Diagnostic.Message

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            message = diagnostic.message
        }
    }
}

extension Finding {
    /// The text of the finding and of its notes: a line each, or for people with the line of the document and a hint below.
    func text(isForPeople: Bool, _ documents: inout DiagnosedDocuments) -> String {
        var text: Diagnostic.Text = isForPeople ? "\(first.message.summary)" : "\(first.message)"
        if let location = first.location, location.position.column > Self.farColumn,
            let pointer = documents.pointer(location)
        {
            text = "\(text), at \(pointer)"
        }
        if count > 1 { text = "\(text) (and at \("\(counted: count - 1, "other place")"))" }
        if let rule = first.message.rule { text = "\(text) [\(rule.rawValue)]" }
        var lines = [first.line(text)]
        if isForPeople {
            if let location = first.location, let excerpt = documents.excerpt(location) { lines.append("\(excerpt)") }
            if let hint = first.message.hint { lines.append("  hint: \(hint)") }
        }
        lines += first.notes.map(\.description)
        return lines.joined(separator: "\n")
    }

    /// From this column on, as in documents of one line, a position alone is hard to find.
    private static let farColumn: UInt32 = 500
}
