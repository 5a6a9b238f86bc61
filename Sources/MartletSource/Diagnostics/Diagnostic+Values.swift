extension Diagnostic.Message {
    /// A value of another kind than the expected one.
    ///
    /// - Parameters:
    ///   - what: The expected value, in martlet's words.
    ///   - found: What is there; see ``Node/described``.
    package static func expected(_ what: String, not found: Diagnostic.Text, hint: Diagnostic.Text? = nil) -> Self {
        Self(.wrongValue, "expected \(what) here, not \(found)", hint: hint)
    }

    /// Another value in the place of a sequence.
    package static func expectedSequence(not found: Node) -> Self {
        let hint: Diagnostic.Text =
            switch found.kind {
            case .mapping where found.entries.first?.keyText.hasPrefix("-") == true: "put a space behind the hyphen"
            case .mapping: "begin each element with a hyphen, or put all of them in brackets"
            default: found.text?.hasPrefix("-") == true ? "put a space behind the hyphen" : "put it in brackets"
            }
        return expected("a sequence", not: found.described, hint: hint)
    }

    /// Another value in the place of a mapping.
    ///
    /// - Parameters:
    ///   - what: The expected value, in martlet's words.
    ///   - key: The key of the mapping that a plain text was probably meant as the value of.
    package static func expectedMapping(
        _ what: String = "a mapping",
        not found: Node,
        meantFor key: String? = nil
    ) -> Self {
        let hint: Diagnostic.Text?
        switch found.kind {
        case .sequence: hint = "write keys with their values, without hyphens and brackets"
        case .scalar where found.isNull: hint = "indent what belongs to it"
        case .scalar where found.text?.keyBeforeNoBreakSpace != nil: hint = .noBreakSpaceAfterColon
        case .scalar where found.text?.hasPrefix("<") == true: hint = "this is a web page; save the document itself"
        case .scalar:
            hint = key.flatMap { key in found.text.map { "write {\(key): \(unquoted: $0)}" } }
        case .mapping: hint = nil
        }
        return expected(what, not: found.described, hint: hint)
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
        meant: [SpecText: Diagnostic.Text] = [:],
        outcome: String? = nil
    ) -> Self {
        let shown: Diagnostic.Text = found.map { "\($0)" } ?? "a mapping or a sequence"
        let all = words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        return Self(
            rule, "\(shown) is not \(what)\(outcome.map { "; \($0)" } ?? "")",
            hint: found.flatMap { meant[$0] } ?? NearMiss.hint(for: found ?? "", among: words)
                ?? "write \(all)")
    }
}

extension Diagnostic.Text {
    /// The hint where the colon behind a key ends no key.
    package static let noBreakSpaceAfterColon: Self =
        "put an ordinary space in place of the no-break space (U+00A0) that follows the colon"
}

extension Node {
    /// What the node is, for a message: the text of a scalar in quotation marks, or the kind of another node.
    package var described: Diagnostic.Text {
        switch kind {
        case .mapping: "a mapping"
        case .sequence: "a sequence"
        case .scalar: isNull ? "null" : "\(text ?? "")"
        }
    }
}
