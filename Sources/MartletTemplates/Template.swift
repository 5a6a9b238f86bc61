/// A parsed template: parsed once, rendered any number of times, through a `TemplateSet`.
///
/// The language is the core of Mustache (github.com/mustache/spec, 1.x: interpolation, sections, inverted sections,
/// partials, delimiters, comments). The specification's optional modules (lambdas, inheritance, dynamic names) are left
/// out on purpose: templates place prepared values and compute nothing.
package struct Template: Sendable {
    /// The name in its set, without the `.mustache` extension.
    package let name: String
    /// The text as UTF-8; the nodes refer to ranges of it.
    let source: [UInt8]
    /// The steps of rendering, in order.
    let nodes: [TemplateNode]
    /// The components of all names in tags; a `TemplatePath` is a range of them.
    let keys: [String]
    /// The mark of each key; see `TemplateObject.mark(of:)`.
    let marks: [UInt64]
    /// The partial tags, in order.
    let partials: [TemplatePartial]

    /// Parses a template.
    ///
    /// - Parameter name: The name for errors.
    /// - Throws: `TemplateError` for the first malformed tag or section.
    package init(name: String, source: String) throws(TemplateError) {
        var parser = TemplateParser(name: name, source: Array(source.utf8))
        try parser.parse()
        self.name = name
        self.source = parser.source
        self.nodes = parser.nodes
        self.keys = parser.keys
        self.marks = parser.keys.map { TemplateObject.mark(of: $0) }
        self.partials = parser.partials
    }

    /// The comment at the beginning of a template, without delimiters and surrounding whitespace; `nil` if there is
    /// none.
    package static func firstComment(of source: String) -> String? {
        guard source.hasPrefix("{{!"), let end = source.firstRange(of: "}}") else { return nil }
        let comment = source[..<end.lowerBound].dropFirst("{{!".count).drop { $0 == " " }
        return String(comment.reversed().drop { $0 == " " }.reversed())
    }

    /// An error at the tag that begins at a byte offset.
    func error(at tag: Int, _ message: String) -> TemplateError {
        TemplateError(template: name, source: source, offset: tag, message: message)
    }
}
