import MartletSource

/// Templates by name, without the `.mustache` extension of their files: `Struct.swift`, `README.md`, `Documentation`.
/// Partials are looked up in the same set.
package struct TemplateSet: Sendable {
    /// The treatment of unknown names.
    package enum Lookup: Hashable, Sendable {
        /// An error with template, line, column and, if a key in scope is similar, a suggestion.
        case strict
        /// Nothing is placed, as in the Mustache specification.
        case lenient
    }

    /// The escaping of values in `{{name}}`; `{{{name}}}` and `{{&name}}` are never escaped.
    package enum Escaping: Hashable, Sendable {
        /// Values are placed unchanged.
        case none
        /// `&`, `"`, `<` and `>` become entities, as in the Mustache specification.
        case html
    }

    /// The treatment of unknown names.
    let lookup: Lookup
    /// The escaping of `{{name}}`.
    let escaping: Escaping
    /// The templates, sorted by name.
    let templates: [Template]
    /// For each template and each of its keys, the encoding with that name.
    let encodings: [[TextEncoding?]]
    /// The names of all encodings.
    let encodingNames: [String]
    /// For each template and each of its partial tags, the index of the named template; `nil` if the set lacks it,
    /// which only a lenient set allows.
    let partials: [[Int?]]
    private let indices: [String: Int]

    /// Parses templates, given by name.
    ///
    /// - Throws: `TemplateError` for the first template, in the order of names, that is malformed or, in a strict set,
    ///   refers to a partial that the set lacks.
    package init(
        sources: [String: String],
        lookup: Lookup = .strict,
        escaping: Escaping = .none,
        encodings: [TextEncoding] = []
    ) throws(TemplateError) {
        var templates: [Template] = []
        var indices: [String: Int] = [:]
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            indices[name] = templates.count
            templates.append(try Template(name: name, source: source))
        }

        var partials: [[Int?]] = []
        for template in templates {
            let targets = template.partials.map { indices[$0.name] }
            if lookup == .strict, let missing = targets.firstIndex(of: nil) {
                let partial = template.partials[missing]
                throw template.error(at: partial.tag, Self.missingPartial(partial.name, among: sources.keys))
            }
            partials.append(targets)
        }

        self.lookup = lookup
        self.escaping = escaping
        self.templates = templates
        self.partials = partials
        encodingNames = encodings.map(\.name)
        let byName = Dictionary(encodings.map { ($0.name, $0) }) { first, _ in first }
        self.encodings = templates.map { template in template.keys.map { byName[$0] } }
        self.indices = indices
    }

    /// The names of the templates, sorted.
    package var names: [String] { templates.map(\.name) }

    /// The comment at the beginning of a template; see `Template.firstComment(of:)`.
    package func firstComment(of name: String) -> String? {
        indices[name].flatMap { templates[$0].firstComment }
    }

    /// Whether some template of the set has this one as a partial.
    package func isPlaced(_ name: String) -> Bool {
        templates.contains { template in template.partials.contains { $0.name == name } }
    }

    /// Renders a template of the set.
    ///
    /// - Throws: The errors of `render(_:_:into:)`.
    package func render(_ name: String, _ context: TemplateValue) throws(TemplateError) -> String {
        var output = TextBuffer()
        try render(name, [context], into: &output)
        return output.text
    }

    /// Renders a template of the set and appends the text as UTF-8. After an error, the text rendered so far has been
    /// appended.
    ///
    /// - Parameters:
    ///   - scopes: The values in which names are looked up; the innermost is the last.
    ///   - limit: A length in bytes soon after which rendering ends; the caller sees that the text is longer.
    /// - Throws: `TemplateError` when the set has no such template, when partials are nested too deep and, in a strict
    ///   set, at the first tag whose name is unknown or whose value is not text.
    package func render(
        _ name: String,
        _ scopes: [TemplateValue],
        into output: inout TextBuffer,
        limit: Int = .max
    ) throws(TemplateError) {
        guard let index = indices[name] else {
            throw TemplateError(
                template: name,
                line: 1,
                column: 1,
                message: Self.missingTemplate(among: indices.keys, near: name)
            )
        }
        var renderer = TemplateRenderer(set: self, template: index, scopes: scopes)
        try renderer.run(into: &output, limit: limit)
    }
}

extension TemplateSet {
    /// The message for a partial tag with an unknown template name.
    static func missingPartial(_ name: String, among names: some Sequence<String>) -> String {
        "there is no template `\(name)` to place here\(NearMiss.suggestion(for: name, among: names))"
    }

    /// The message for an unknown template to render.
    static func missingTemplate(among names: some Sequence<String>, near name: String) -> String {
        "there is no template of this name\(NearMiss.suggestion(for: name, among: names))"
    }
}
