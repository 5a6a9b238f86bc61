extension Template {
    /// The tags that name a missing key or template, in order.
    ///
    /// The check needs no context and knows no scopes, so it finds names that nothing has, and not those in the wrong place.
    ///
    /// - Parameters:
    ///   - keys: the keys of everything that templates see.
    ///   - encodings: the names that may follow a dot at the end of a name.
    ///   - templates: the templates that can be placed.
    package func unknownNames(
        keys: Set<String>,
        encodings: Set<String>,
        templates: Set<String>
    ) -> [TemplateError] {
        nodes.flatMap { node -> [TemplateError] in
            switch node {
            case .variable(let path, _):
                let names = self.keys[path.keys]
                let isEncoded = names.last.map(encodings.contains) ?? false && (names.count > 1 || path.isRelative)
                return unknownKeys(isEncoded ? names.dropLast() : names, of: path, among: keys, encodings)
            case .section(let path, _), .inverted(let path, _):
                return unknownKeys(self.keys[path.keys], of: path, among: keys)
            case .partial(let index):
                let partial = partials[index]
                if templates.contains(partial.name) { return [] }
                return [error(at: partial.tag, TemplateSet.missingPartial(partial.name, among: templates))]
            case .text, .lineStart, .sectionEnd: return []
            }
        }
    }

    /// - Parameter encodings: what may have been meant as well.
    private func unknownKeys(
        _ names: ArraySlice<String>,
        of path: TemplatePath,
        among keys: Set<String>,
        _ encodings: Set<String> = []
    ) -> [TemplateError] {
        names.filter { !keys.contains($0) && !TemplateRenderer.positions.contains($0) }
            .map { error(at: path.tag, TemplateRenderer.unknownKey($0, among: keys.union(encodings))) }
    }
}
