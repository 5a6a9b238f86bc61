/// One step of a parsed template. The steps are in one flat array; sections are jumps in it. All payloads are offsets,
/// so copying a step needs no reference counting.
enum TemplateNode: Sendable {
    /// Bytes of the source to copy; `startsLine` if they begin at the start of a line in the template.
    case text(Range<Int>, startsLine: Bool)
    /// The start of a line that begins with a tag: the indentation of a partial goes here.
    case lineStart
    /// A value to place, HTML-escaped if the set escapes and the tag does not opt out.
    case variable(TemplatePath, escaped: Bool)
    /// The beginning of a section; `end` is the index of the node after its `sectionEnd`.
    case section(TemplatePath, end: Int)
    /// The end of the innermost open section.
    case sectionEnd
    /// The beginning of an inverted section; `end` is the index of the first node after it.
    case inverted(TemplatePath, end: Int)
    /// Another template, by its index in the template's `partials`.
    case partial(Int)
}

/// The name in a tag, as a range of the template's table of keys, and the tag's location.
struct TemplatePath: Sendable {
    /// The components of a dotted name in `Template.keys`; empty for the implicit iterator `.`.
    let keys: Range<Int>
    /// Whether the name begins with a dot, so that it is looked up only in the innermost scope.
    let isRelative: Bool
    /// The byte offset of the tag's opening delimiter.
    let tag: Int
}

/// A partial tag.
struct TemplatePartial: Sendable {
    /// The name of the template to place.
    let name: String
    /// The whitespace before a tag that is alone on its line, as a range of the source; `nil` for other tags.
    let indentation: Range<Int>?
    /// The byte offset of the tag's opening delimiter.
    let tag: Int
}
