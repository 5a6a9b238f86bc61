package import MartletSource

extension ResolvedDocument {
    /// What an operation or a webhook can be selected by.
    package struct Subject: Sendable {
        /// The `operationId`; of an operation without one, method and path, and of a webhook, its name.
        package let id: SpecText
        /// The path, or the name of the webhook.
        package let path: SpecText
        package let tags: [SpecText]
    }

    /// All operations and webhooks.
    package var subjects: [Subject] {
        operations.map(\.subject)
            + webhooks.flatMap { webhook in webhook.value.operations.map { $0.subject(in: webhook) } }
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
