/// One step of a parsed template. The steps lie in one flat array; sections are jumps within it. All payloads are
/// offsets, so that a step is copied without counting references.
enum TemplateNode: Sendable {
    /// Bytes of the source to copy; `startsLine` when the first of them is the first of its line in the template.
    case text(Range<Int>, startsLine: Bool)
    /// A line that begins with a tag begins here: where the indentation of a partial goes.
    case lineStart
    /// A value to place, HTML-escaped if the set escapes and the tag does not forbid it.
    case variable(TemplatePath, escaped: Bool)
    /// The beginning of a section; `end` is the index of the node behind its `sectionEnd`.
    case section(TemplatePath, end: Int)
    /// The end of the innermost open section.
    case sectionEnd
    /// The beginning of an inverted section; `end` is the index of the first node behind it.
    case inverted(TemplatePath, end: Int)
    /// Another template, by its index in the template's `partials`.
    case partial(Int)
}

/// The name in a tag: a part of its template's table of keys, and where the tag stands.
struct TemplatePath: Sendable {
    /// The parts of a dotted name in `Template.keys`; none for the implicit iterator `.`.
    let keys: Range<Int>
    /// Whether the name begins with a dot: it is looked up in the innermost scope alone.
    let isRelative: Bool
    /// The byte offset of the tag's opening delimiter.
    let tag: Int
}

/// A partial tag.
struct TemplatePartial: Sendable {
    /// The name of the template it asks for.
    let name: String
    /// The whitespace before a tag that has its line to itself, as a part of the source; `nil` for a tag within a line.
    let indentation: Range<Int>?
    /// The byte offset of the tag's opening delimiter.
    let tag: Int
}
