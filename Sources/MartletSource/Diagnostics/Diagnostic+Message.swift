extension Diagnostic {
    /// The message of a diagnostic. It names a rule unless it is about the run, so a message can't be created from a
    /// text alone.
    package struct Message: Hashable, Sendable {
        /// The rule that is broken; `nil` for a message about the run.
        package let rule: Rule?
        /// What is wrong.
        package let summary: String
        /// What to do about it, if there is more to say than the summary does.
        package let hint: String?

        /// The complete text: summary and hint.
        package var text: String { hint.map { "\(summary); \($0)" } ?? summary }

        /// Creates a message about a document, a template or a configuration.
        package init(_ rule: Rule, _ summary: Text, hint: Text? = nil) {
            self.init(rule: rule, summary: summary.text, hint: hint?.text)
        }

        /// Creates a message about the run: its command line, and the files that it reads and writes.
        package init(ofRun summary: Text, hint: Text? = nil) {
            self.init(rule: nil, summary: summary.text, hint: hint?.text)
        }

        private init(rule: Rule?, summary: String, hint: String?) {
            self.rule = rule
            self.summary = summary
            self.hint = hint
        }

        /// The same message about a rule.
        package func about(_ rule: Rule) -> Message { Message(rule: rule, summary: summary, hint: hint) }
    }
}
