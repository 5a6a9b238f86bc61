import MartletModel
package import MartletOpenAPI
package import MartletSource
import MartletTemplates

extension Generator {
    /// A document, the settings for its client, and the files that it can refer to.
    package struct Input {
        let source: SourceFile
        let configuration: Configuration
        let files: any SourceFiles

        package init(_ source: SourceFile, _ configuration: Configuration, _ files: any SourceFiles) {
            self.source = source
            self.configuration = configuration
            self.files = files
        }
    }

    /// What changes in a client when a new document takes the place of the old one.
    ///
    /// - Returns: `nil` if a document has an error.
    package static func changes(
        from old: Input,
        to new: Input,
        diagnostics: DiagnosticCollector
    ) -> ChangeReport? {
        // What is wrong with the old document has been said when it was new.
        let oldDiagnostics = DiagnosticCollector()
        let first = client(old.source, old.configuration, files: old.files, diagnostics: oldDiagnostics)
        let second = client(new.source, new.configuration, files: new.files, diagnostics: diagnostics)
        for error in oldDiagnostics.diagnostics where error.severity == .error && first == nil {
            diagnostics.report(error)
        }
        guard let first, let second, !diagnostics.hasErrors else { return nil }
        let known = ClientComparison.changes(from: first, to: second)
        return ChangeReport(known + unnamed(first, second, old.configuration, new.configuration, besides: known))
    }

    /// The APIs and types whose generated code changes although no change is known of: templates see other facts.
    private static func unnamed(
        _ old: Client,
        _ new: Client,
        _ oldConfiguration: Configuration,
        _ newConfiguration: Configuration,
        besides known: [Change]
    ) -> [Change] {
        let subjects = Set(known.map { $0.subject.prefix { $0 != "." } })
        let facts = [(old, oldConfiguration), (new, newConfiguration)].map { client, configuration in
            let contexts = ContextBuilder(client, configuration, []).contexts()
            return Dictionary(
                (contexts.apis + contexts.models).map { ($0.name, $0.context.json) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        let names = (new.apis.map(\.name) + new.declarations.map(\.name.last)).map(\.text)
        return names.filter { name in
            !subjects.contains(name[...]) && facts[0][name] != nil && facts[0][name] != facts[1][name]
        }.map { name in
            Change(name, "its generated code changes because of what it uses", source: .init(.compatible, .addition))
        }
    }
}
