/// Text of a document that a template can print only through an encoding.
///
/// Such text can contain anything: `{{summary}}` is an error, and `{{summary.comment}}` or another encoding makes the
/// text safe in a certain place.
package struct TemplateText: Sendable {
    /// The original text, for encodings.
    package let unencoded: String

    /// Wraps text that only an encoding may print.
    package init(_ unencoded: String) { self.unencoded = unencoded }
}
