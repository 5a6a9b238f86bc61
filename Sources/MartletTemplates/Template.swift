/// A parsed template: parse once, render many times, through a `TemplateSet`.
///
/// The language is the core of Mustache (github.com/mustache/spec, 1.x: interpolation, sections, inverted sections,
/// partials, delimiters, comments). Lambdas, inheritance and dynamic names, which the specification makes optional, are
/// left out on purpose: templates place prepared text and decide nothing.
package struct Template: Sendable {
    /// The name in its set, without the `.mustache` extension.
    package let name: String
    /// The text as UTF-8; the nodes point into it.
    let source: [UInt8]
    /// What to do, in order.
    let nodes: [TemplateNode]
    /// The parts of all names in tags; a `TemplatePath` is a range of it.
    let keys: [String]
    /// The mark of each key; see `TemplateObject`.
    let marks: [UInt64]
    /// The partial tags in the order in which they stand.
    let partials: [TemplatePartial]

    /// Parses a template; `name` goes into errors.
    ///
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

    /// The comment that a template begins with, without its delimiters and surrounding whitespace; `nil` for none.
    package static func firstComment(of source: String) -> String? {
        guard source.hasPrefix("{{!"), let end = source.firstRange(of: "}}") else { return nil }
        let comment = source[..<end.lowerBound].dropFirst("{{!".count).drop { $0 == " " }
        return String(comment.reversed().drop { $0 == " " }.reversed())
    }

    /// A problem at the tag that begins at this byte offset.
    func error(at tag: Int, _ message: String) -> TemplateError {
        TemplateError(template: name, source: source, offset: tag, message: message)
    }
}
