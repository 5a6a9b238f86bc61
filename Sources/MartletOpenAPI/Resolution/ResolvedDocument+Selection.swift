package import MartletSource

extension ResolvedDocument {
    /// The properties by which an operation or a webhook can be selected.
    package struct Subject: Sendable {
        /// The `operationId`; of an operation without one, method and path, and of a webhook, its name.
        package let id: SpecText
        /// The path, or the name of the webhook.
        package let path: SpecText
        package let tags: [SpecText]
    }

    /// An operation or a webhook that is left out because it has an error.
    package struct LeftOut: Sendable {
        package let subject: Subject
        /// The location of the method's key.
        package let location: Location
        /// The warnings that it is left out, alone or with the other operations of its path.
        fileprivate let warnings: [Diagnostic]

        init(_ operation: PathItem.LeftOut, at path: Named<PathItem>) {
            let request = SpecText("\(operation.method.name.lowercased()) \(path.name)")
            self.init(operation, of: path, id: request)
        }

        /// - Parameter id: Its name if it has no `operationId`.
        init(_ operation: PathItem.LeftOut, of item: Named<PathItem>, id: SpecText) {
            subject = Subject(id: operation.operationID ?? id, path: item.name, tags: operation.tags)
            location = operation.location
            warnings = [
                .warning(.operationLeftOut(operation.method, item.name), at: location),
                .warning(.pathLeftOut(item.name), at: item.location),
            ]
        }
    }

    /// All operations and webhooks, and those that are left out because they have errors.
    package var subjects: [Subject] {
        operations.map(\.subject)
            + webhooks.flatMap { webhook in webhook.value.operations.map { $0.subject(in: webhook) } }
            + leftOut.map(\.subject)
    }

    /// Takes back the warnings about what is left out and would not be part of the client anyway.
    ///
    /// - Returns: Whether something that is selected is left out.
    package func withdrawOmissions(
        _ diagnostics: DiagnosticCollector, unless isSelected: (Subject) -> Bool, orSchema isNeeded: (SpecText) -> Bool
    ) -> Bool {
        let selected = leftOut.filter { isSelected($0.subject) }
        let needed = Set(selected.flatMap(\.warnings))
        let others = leftOut.flatMap(\.warnings).filter { !needed.contains($0) }
        let schemas = schemas.leftOut.filter { !isNeeded($0.names[0]) }.map(\.omission)
        diagnostics.withdraw(others + schemas)
        return !selected.isEmpty
    }

    /// The document with some of its operations and webhooks.
    package func filtered(_ isSelected: (Subject) -> Bool) -> ResolvedDocument {
        var document = self
        document.operations = operations.filter { isSelected($0.subject) }
        document.webhooks = webhooks.compactMap { webhook in
            var item = webhook.value
            item.operations = item.operations.filter { isSelected($0.subject(in: webhook)) }
            if item.operations.isEmpty { return nil }
            return Named(name: webhook.name, location: webhook.location, value: item)
        }
        return document
    }
}

extension ResolvedOperation {
    fileprivate var subject: ResolvedDocument.Subject { .init(id: id, path: path.text, tags: operation.tags) }
}

extension Operation {
    fileprivate func subject(in webhook: Named<PathItem>) -> ResolvedDocument.Subject {
        .init(id: operationID ?? webhook.name, path: webhook.name, tags: tags)
    }
}
