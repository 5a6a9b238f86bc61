package import MartletSource
import MartletTemplates

/// What sets a template of the user's apart from the built-in one that it replaces.
package struct TemplateComparison: Sendable {
    /// The path of the template.
    package let path: String
    /// What was changed; `nil` if the template replaces none.
    package let difference: LineDiff?
    /// The version of the context that the template was written for; `nil` if it does not say.
    package let version: Int?
    /// The names in the template that no context has, and what else is wrong with it.
    package let errors: [Diagnostic]

    /// The version of the context that templates see.
    package static var currentVersion: Int { TemplateFront.currentVersion }

    /// Compares the templates of a folder, in the order of their names.
    package static func all(in folder: String) throws(Diagnostic) -> [TemplateComparison] {
        let own = try ClientTemplates.sources(in: folder)
        if own.isEmpty { throw .error(.noTemplates(folder), at: nil) }
        let builtIn = EmbeddedTemplates.sources
        let names = Set(own.keys).union(builtIn.keys)
        return own.sorted { $0.key < $1.key }.map { name, source in
            let path = "\(folder)/\(name).mustache"
            let comment = (try? Template(name: name, source: source)).flatMap(\.firstComment)
            var errors = errors(of: name, source, templates: names).map { $0.diagnostic(at: path) }
            if let comment, TemplateFront.isMalformed(comment) {
                errors.append(.error(.malformedFront, at: Location(path: path, position: .start)))
            }
            return TemplateComparison(
                path: path,
                difference: builtIn[name].map { LineDiff(from: Array($0.utf8), to: Array(source.utf8)) },
                version: comment.flatMap { TemplateFront.version(in: $0) },
                errors: errors
            )
        }
    }

    private static func errors(of name: String, _ source: String, templates: Set<String>) -> [TemplateError] {
        do throws(TemplateError) {
            return try Template(name: name, source: source).unknownNames(
                keys: ContextReference.builtIn.keys,
                encodings: Set(TextEncoding.all.map(\.name)),
                templates: templates
            )
        } catch {
            return [error]
        }
    }
}
