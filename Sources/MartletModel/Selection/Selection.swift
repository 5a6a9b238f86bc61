import MartletOpenAPI
package import MartletSource

/// The part of a document that becomes a client: what is included, or else everything, less what is excluded.
package struct Selection: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case tags, paths, operations, schemas
    }

    package struct Pattern: Sendable {
        package let kind: Kind
        package let glob: Glob
        /// The location of the setting in the configuration.
        package let location: Location?

        package init(_ kind: Kind, _ glob: Glob, at location: Location?) {
            self.kind = kind
            self.glob = glob
            self.location = location
        }
    }

    package var included: [Pattern] = []
    package var excluded: [Pattern] = []

    package init() {}

    /// Whether only schemas that are needed become types, as opposed to all that aren't excluded.
    package var isPartial: Bool { !included.isEmpty || excluded.contains { $0.kind != .schemas } }

    /// The document with the selected operations and webhooks.
    func applied(to document: ResolvedDocument) -> ResolvedDocument {
        isPartial ? document.filtered(selects(_:)) : document
    }

    private func selects(_ subject: ResolvedDocument.Subject) -> Bool {
        (included.isEmpty || included.contains { $0.matches(subject) }) && !excluded.contains { $0.matches(subject) }
    }

    /// Whether a schema becomes a type although nothing else needs it.
    private func selects(schema: SpecText) -> Bool {
        (isPartial ? included.contains { $0.matches(schema: schema) } : true)
            && !excluded.contains { $0.matches(schema: schema) }
    }

    /// Reports the patterns that match nothing, and takes back warnings about errors in what is not selected.
    func check(_ document: ResolvedDocument, _ diagnostics: DiagnosticCollector) {
        let subjects = document.subjects
        let schemas = (document.schemas.named + document.schemas.leftOut).map { $0.names[0] }
        for pattern in included + excluded {
            let isUsed =
                pattern.kind == .schemas
                ? schemas.contains { pattern.matches(schema: $0) }
                : subjects.contains { pattern.matches($0) }
            if isUsed { continue }
            let names =
                switch pattern.kind {
                case .tags: subjects.flatMap(\.tags)
                case .paths: subjects.map(\.path)
                case .operations: subjects.map(\.id)
                case .schemas: schemas
                }
            let message = Diagnostic.Message.matchesNothing(pattern, among: names)
            diagnostics.report(.error(message, at: pattern.location))
        }
        let lacksSelected = document.withdrawOmissions(diagnostics, unless: selects(_:), orSchema: selects(schema:))
        guard !document.operations.isEmpty, applied(to: document).operations.isEmpty else { return }
        if lacksSelected {
            diagnostics.restoreErrors()
        } else if let excluded = excluded.first {
            diagnostics.report(.error(.leavesNothing, at: excluded.location))
        }
    }
}

extension Selection.Pattern {
    fileprivate func matches(_ subject: ResolvedDocument.Subject) -> Bool {
        switch kind {
        case .tags: subject.tags.contains(where: glob.matches)
        case .paths: glob.matches(subject.path)
        case .operations: glob.matches(subject.id)
        case .schemas: false
        }
    }

    func matches(_ schema: NamedSchema) -> Bool { matches(schema: schema.names[0]) }

    func matches(schema: SpecText) -> Bool { kind == .schemas && glob.matches(schema) }
}

extension Diagnostic.Message {
    package static let leavesNothing = Self(
        .configuration, "the settings include and exclude leave no operation of the document")
    package static func matchesNothing(_ pattern: Selection.Pattern, among names: [SpecText] = []) -> Self {
        Self(
            .configuration, "\(pattern.glob.pattern) matches none of the \(pattern.kind.rawValue) of the document",
            hint: NearMiss.hint(for: pattern.glob.pattern, among: names))
    }
}
