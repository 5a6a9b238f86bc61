import MartletModel
package import MartletOpenAPI
package import MartletSource
import MartletTemplates

extension Generator {
    /// A document, the settings for its client, and the files that it can refer to.
    package struct Input {
        let source: SourceFile
        package var configuration: Configuration
        let files: any SourceFiles
        /// Whether the document is a summary, which lacks examples, and has digests for descriptions.
        let isSummary: Bool

        package init(
            _ source: SourceFile,
            _ configuration: Configuration,
            _ files: any SourceFiles,
            isSummary: Bool = false
        ) {
            self.source = source
            self.configuration = configuration
            self.files = files
            self.isSummary = isSummary
        }

        fileprivate var withoutSharing: Input {
            var input = self
            input.configuration.shared = nil
            return input
        }
    }

    /// What changes in a client when a new document takes the place of the old one.
    ///
    /// Settings for parts that the new document no longer has cause warnings, because the comparison lists these parts
    /// anyway. Other warnings are reported only if something is left out of the new client because of them.
    ///
    /// - Returns: `nil` if a document has an error.
    package static func changes(
        from old: Input,
        to new: Input,
        diagnostics: DiagnosticCollector
    ) -> ChangeReport? {
        // A shared model is compared like one of the client's own.
        let (old, new) = (old.withoutSharing, new.withoutSharing)
        // Mistakes in the old document aren't reported again.
        let oldDiagnostics = DiagnosticCollector()
        let first = client(
            old.source, old.configuration, files: old.files, diagnostics: oldDiagnostics,
            isSummarized: new.isSummary && !old.isSummary)
        let newDiagnostics = DiagnosticCollector()
        let document = document(
            new.source, overlays: new.configuration.overlaySources, files: new.files, diagnostics: newDiagnostics,
            isSummarized: old.isSummary && !new.isSummary)
        let second = document.map { ClientLowering($0, new.configuration.clientOptions, newDiagnostics).client() }
        newDiagnostics.apply(new.configuration.rules)
        for diagnostic in newDiagnostics.diagnostics {
            if diagnostic.message.rule == .configuration {
                diagnostics.report(.warning(diagnostic.message, at: diagnostic.location))
            } else if diagnostic.severity == .error || newDiagnostics.isAboutOmission(diagnostic) {
                diagnostics.report(diagnostic)
            }
        }
        for error in oldDiagnostics.diagnostics where error.severity == .error && first == nil {
            diagnostics.report(error)
        }
        guard let first, let second, let document, !diagnostics.hasErrors else { return nil }
        let known = ClientComparison.changes(from: first, to: second, without: document.leftOut)
        let all = known + unnamed(first, second, old.configuration, new.configuration, besides: known)
        let placed = new.isSummary ? all.map(\.withoutNewPlace) : all
        return ChangeReport(old.isSummary ? placed.map(\.withoutOldPlace) : placed)
    }

    /// The parts of a client whose generated files change although no change of them is known: templates see other facts.
    private static func unnamed(
        _ old: Client,
        _ new: Client,
        _ oldConfiguration: Configuration,
        _ newConfiguration: Configuration,
        besides known: [Change]
    ) -> [Change] {
        let subjects = Set(known.map { String($0.subject.prefix { $0 != "." }) })
        let facts = [(old, oldConfiguration), (new, newConfiguration)].map { client, configuration in
            let contexts = ContextBuilder(client, configuration, []).contexts()
            return Dictionary(
                (contexts.apis + contexts.models).map { ($0.name, $0.context.json) }
                    + [(client.name.text, contexts.clientWithoutParts.json)],
                uniquingKeysWith: { first, _ in first }
            )
        }
        let names = [new.name.text] + (new.apis.map(\.name) + new.declarations.map(\.name.last)).map(\.text)
        return names.filter { name in
            !subjects.contains(name) && facts[0][name] != nil && facts[0][name] != facts[1][name]
        }.map { Change($0, "its files change with what it uses") }
    }
}

extension Contexts {
    /// The context of the client without those of its APIs and models.
    fileprivate var clientWithoutParts: TemplateValue {
        guard case .object(let object) = client else { return client }
        return .object(TemplateObject(object.members.filter { !["apis", "models"].contains($0.0) }))
    }
}
