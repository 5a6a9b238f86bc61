/// Text that came out of a document, on its way to a template.
///
/// Such text may hold anything, so it has no printable form: `{{summary}}` is an error, and `{{summary.comment}}` or another
/// encoding says what place the text is written for.
package struct TemplateText: Sendable {
    /// The text as it came; for encodings.
    package let unencoded: String

    /// Marks text as one that only an encoding may print.
    package init(_ unencoded: String) { self.unencoded = unencoded }
}
