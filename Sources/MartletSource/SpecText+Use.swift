extension SpecText {
    /// What raw text is read for. Each use is by an encoder, or makes something else than output of it; the test
    /// `RawTextTests` has the files of each.
    package enum Use: String, CaseIterable {
        /// The literal of a string in Swift or JSON, with everything but plain characters escaped.
        case literal
        /// The lines of a comment or a page, with invisible characters and markup escaped.
        case lines
        /// The value of a template, which has no printable form either.
        case template
        /// The text of a diagnostic, with invisible characters escaped.
        case diagnostic
        /// The words of an identifier: letters and digits.
        case words
        /// A grammar, such as that of URLs. What is found is a decision, or text of a document again.
        case grammar
        /// A setting of the configuration, whose author runs martlet: a path, or a name that is checked.
        case setting
        /// A key of a comparison that is never shown.
        case key
        /// The digits of a number that the reader has recognised as one.
        case digits
    }

    /// The text as in the document, which isn't safe to print.
    package func raw(for use: Use) -> String { characters }
}
