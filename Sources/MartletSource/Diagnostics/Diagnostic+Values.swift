extension Diagnostic.Message {
    /// A value of another kind than the expected one.
    ///
    /// - Parameters:
    ///   - what: The expected value, in martlet's words.
    ///   - found: What is there; see ``Node/described``.
    package static func expected(_ what: String, not found: Self) -> Self {
        Self(.wrongValue, "expected \(what) here, not \(found)")
    }

    /// A word that is not one of the few that may stand somewhere, with the nearest one of them, or all.
    ///
    /// - Parameters:
    ///   - found: What is there.
    ///   - what: What it should be, in martlet's words.
    ///   - words: The words that may stand there.
    ///   - meant: What other words that people write are for.
    ///   - outcome: What becomes of it, if it doesn't stop anything: `it is left out`.
    package static func wrongWord(
        rule: Diagnostic.Rule = .wrongValue,
        _ found: SpecText?,
        _ what: String,
        among words: [String],
        meant: [SpecText: Self] = [:],
        outcome: String? = nil
    ) -> Self {
        let shown: Self = found.map { "\($0)" } ?? "a mapping or a sequence"
        let all = words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        return Self(
            rule, "\(shown) is not \(what)\(outcome.map { "; \($0)" } ?? "")",
            hint: found.flatMap { meant[$0] } ?? NearMiss.hint(for: found ?? "", among: words)
                ?? "write \(all)")
    }
}

extension Node {
    /// What the node is, for a message: the text of a scalar in quotation marks, or the kind of another node.
    package var described: Diagnostic.Message {
        switch kind {
        case .mapping: "a mapping"
        case .sequence: "a sequence"
        case .scalar: isNull ? "null" : "\(text ?? "")"
        }
    }
}
